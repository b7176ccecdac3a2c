using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A call of a model: its request, and after the call its answer.</summary>
public sealed class ModelCallContext : HookContext
{
    /// <summary>The model to call.</summary>
    public string? Model { get; set => field = Change(value); }

    /// <summary>Who provides the model.</summary>
    public string? Provider { get; set => field = Change(value); }

    /// <summary>The instructions to the model.</summary>
    public string? SystemPrompt { get; set => field = Change(value); }

    /// <summary>The conversation that the model is given. Never null.</summary>
    public IList<HookMessage> Messages { get => field ??= []; set => field = Change(value); }

    /// <summary>Settings of the call, for example <c>temperature</c>, under the host's names. Never null.</summary>
    public HookArguments Options { get => field ??= new(); set => field = Change(value); }

    /// <summary>The tools that the model is offered.</summary>
    public IReadOnlyList<string>? ToolNames { get; init; }

    /// <summary>The id of the call.</summary>
    public string? CallId { get; init; }

    /// <summary>Which round of the agent's loop this is, counted from 1.</summary>
    public int? Iteration { get; init; }

    /// <summary>
    /// Stands for what the request holds beyond its texts (images, files, results of tools), for example as a hash: two
    /// requests with the same texts and another value here are two requests to a cache.
    /// </summary>
    public string? ContentKey { get; init; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>The text of the answer.</summary>
    public string? ResponseText { get; set => field = Change(value); }

    /// <summary>The answer as the host's model client gave it.</summary>
    [JsonIgnore]
    public object? Response { get; set => field = Change(value); }

    /// <summary>The tools that the answer wants to call. The host fills it in.</summary>
    public IReadOnlyList<string>? RequestedTools { get; set => field = Change(value); }

    /// <summary>Why the model stopped, in the provider's words. The host fills it in.</summary>
    public string? FinishReason { get; set => field = Change(value); }

    /// <summary>The tokens that the call used. The host fills it in.</summary>
    public TokenUsage? Usage { get; set => field = Change(value); }

    /// <summary>What the call cost, in the currency in which the host reckons. The host fills it in.</summary>
    public decimal? Cost { get; set => field = Change(value); }

    /// <summary>What has come of the call. The host fills it in.</summary>
    public ToolCallOutcome Outcome { get; set => field = Change(value); }

    /// <summary>How long the call took. The host fills it in.</summary>
    public TimeSpan? Duration { get; set => field = Change(value); }

    /// <summary>What went wrong. The host fills it in.</summary>
    [JsonIgnore]
    public Exception? Error { get; set => field = Change(value); }

    /// <summary>What went wrong, in words. Default: the message of <see cref="Error"/>.</summary>
    public string? ErrorMessage { get => field ?? Error?.Message; set => field = Change(value); }

    /// <summary>Whether the answer is kept for other calls, which have hooks of their own.</summary>
    [JsonIgnore]
    internal bool IsKept { get; set; }

    /// <summary>What has been done for the call, where it streams; shared by its copies.</summary>
    [JsonIgnore]
    internal ModelProgress? Progress { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ModelCallContext Final => (ModelCallContext)base.Final;

    /// <inheritdoc/>
    protected override void OnCopied()
    {
        Options = Options.Clone();
        Messages = [.. Messages];
    }

    private protected override void OnFrozen() => Options.Freeze();
}
