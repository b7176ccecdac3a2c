using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A prompt that is about to be put together.</summary>
public sealed class PromptContext : HookContext
{
    /// <summary>The instructions to the model.</summary>
    public string? SystemPrompt { get; set => field = Change(value); }

    /// <summary>The user's message.</summary>
    public string? UserMessage { get; set => field = Change(value); }

    /// <summary>The messages that go before it.</summary>
    public IReadOnlyList<HookMessage>? Messages { get; init; }

    /// <summary>The tools that the model will be offered.</summary>
    public IReadOnlyList<string>? ToolNames { get; init; }

    /// <summary>The model for which the prompt is meant.</summary>
    public string? Model { get; init; }

    /// <summary>Who provides the model.</summary>
    public string? Provider { get; init; }

    /// <summary>Which round of the agent's loop this is, counted from 1.</summary>
    public int? Iteration { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override PromptContext Final => (PromptContext)base.Final;
}
