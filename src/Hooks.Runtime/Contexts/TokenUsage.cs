using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>How many tokens a model has read and written.</summary>
public sealed record TokenUsage
{
    /// <summary>Tokens read, those from the provider's cache among them.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens written, those spent on reasoning among them.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Of the tokens read, those that came from the provider's cache.</summary>
    public long CacheReadTokens { get; init; }

    /// <summary>Of the tokens read, those that were put into the provider's cache.</summary>
    public long CacheWriteTokens { get; init; }

    /// <summary>Of the tokens written, those spent on reasoning.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Tokens read and written.</summary>
    [JsonIgnore]
    public long TotalTokens => InputTokens + OutputTokens;

    /// <summary>Adds two counts.</summary>
    public static TokenUsage operator +(TokenUsage left, TokenUsage right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new()
        {
            InputTokens = left.InputTokens + right.InputTokens,
            OutputTokens = left.OutputTokens + right.OutputTokens,
            CacheReadTokens = left.CacheReadTokens + right.CacheReadTokens,
            CacheWriteTokens = left.CacheWriteTokens + right.CacheWriteTokens,
            ReasoningTokens = left.ReasoningTokens + right.ReasoningTokens,
        };
    }
}
