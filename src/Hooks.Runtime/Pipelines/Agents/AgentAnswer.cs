namespace Hooks;

/// <summary>What an agent's run has given, with what its host said about it. Two answers agree if their texts do.</summary>
/// <param name="Response">The answer as text.</param>
/// <param name="Result">The result, where it is more than a text.</param>
/// <param name="StopReason">Why the run stopped.</param>
/// <param name="Iterations">How many rounds it took.</param>
/// <param name="Usage">The tokens that it took.</param>
/// <param name="Cost">What it cost.</param>
internal sealed record AgentAnswer(string? Response, object? Result, string? StopReason, int? Iterations, TokenUsage? Usage, decimal? Cost)
{
    /// <summary>No answer.</summary>
    public static AgentAnswer Empty { get; } = new(null, null, null, null, null, null);

    /// <summary>Whether nobody has said anything.</summary>
    public bool IsEmpty => this is { Response: null, Result: null, StopReason: null, Iterations: null, Usage: null, Cost: null };

    public static AgentAnswer? Of(object? result) => result switch
    {
        null => null,
        AgentAnswer answer => answer,
        object?[] answers when answers.Length > 0 && Array.TrueForAll(answers, answer => answer is AgentAnswer) =>
            new(string.Join("\n\n", answers.Select(answer => ((AgentAnswer)answer!).Response)), answers.Select(answer => ((AgentAnswer)answer!).Result).ToArray(), null, null, null, null),
        string text => new(text, null, null, null, null, null),
        _ => new(null, result, null, null, null, null),
    };

    public static AgentAnswer Read(AgentContext context, object? result) => new(
        context.Response ?? result as string,
        result is string ? context.Result : result ?? context.Result,
        context.StopReason,
        context.Iterations,
        context.Usage,
        context.Cost);

    public static AgentAnswer Read(AgentContext context) => Read(context, null);

    /// <inheritdoc/>
    public bool Equals(AgentAnswer? other) => other is not null && (Response is null ? other.Response is null && Equals(Result, other.Result) : Response == other.Response);

    /// <inheritdoc/>
    public override int GetHashCode() => Response?.GetHashCode(StringComparison.Ordinal) ?? Result?.GetHashCode() ?? 0;
}
