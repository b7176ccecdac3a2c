using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A change to another model or provider.</summary>
public sealed class ModelSwitchContext : HookContext
{
    /// <summary>The model used so far.</summary>
    public string? FromModel { get; init; }

    /// <summary>The model to use from now on.</summary>
    public string? ToModel { get; set => field = Change(value); }

    /// <summary>The provider used so far.</summary>
    public string? FromProvider { get; init; }

    /// <summary>The provider to use from now on.</summary>
    public string? ToProvider { get; set => field = Change(value); }

    /// <summary>Who or what asks for the change, in the host's words, for example <c>command</c> or <c>fallback</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Why the change is made.</summary>
    public string? Reason { get; init; }

    /// <summary>How many tokens of conversation the new model has to read.</summary>
    public long? ContextTokens { get; init; }

    /// <summary>What reading them is expected to cost, in the currency in which the host reckons.</summary>
    public decimal? EstimatedCost { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ModelSwitchContext Final => (ModelSwitchContext)base.Final;
}
