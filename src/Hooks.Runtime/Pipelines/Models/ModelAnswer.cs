namespace Hooks;

/// <summary>
/// A model's answer with what its host said about it, which goes with it wherever the answer goes: to hooks, to the call
/// that was redirected here, and into the cache. Two answers agree if their texts do.
/// </summary>
/// <param name="Response">The answer as the host's client gave it.</param>
/// <param name="Text">Its text.</param>
/// <param name="RequestedTools">The tools that it wants to call.</param>
/// <param name="FinishReason">Why the model stopped.</param>
/// <param name="Usage">The tokens that it took.</param>
/// <param name="Cost">What it cost.</param>
internal sealed record ModelAnswer(object? Response, string? Text, IReadOnlyList<string>? RequestedTools, string? FinishReason, TokenUsage? Usage, decimal? Cost)
{
    /// <summary>No answer.</summary>
    public static ModelAnswer Empty { get; } = new(null, null, null, null, null, null);

    /// <summary>Whether nobody has said anything.</summary>
    public bool IsEmpty => this is { Response: null, Text: null, RequestedTools: null, FinishReason: null, Usage: null, Cost: null };

    public static ModelAnswer? Of(object? result) => result switch
    {
        null => null,
        ModelAnswer answer => answer,
        object?[] answers when answers.Length > 0 && Array.TrueForAll(answers, answer => answer is ModelAnswer) => OfAll(Array.ConvertAll(answers, answer => (ModelAnswer)answer!)),
        string text => new(text, text, null, null, null, null),
        _ => new(result, null, null, null, null, null),
    };

    public static ModelAnswer Read(ModelCallContext context, object? response) => new(
        response ?? context.Response,
        context.ResponseText ?? response as string,
        context.RequestedTools,
        context.FinishReason,
        context.Usage,
        context.Cost);

    /// <inheritdoc/>
    public bool Equals(ModelAnswer? other) => other is not null && (Text is null ? other.Text is null && Equals(Response, other.Response) : Text == other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => Text?.GetHashCode(StringComparison.Ordinal) ?? Response?.GetHashCode() ?? 0;

    // The branches of a fork that merges all.
    private static ModelAnswer OfAll(ModelAnswer[] answers) => new(
        answers.Select(answer => answer.Response).ToArray(),
        string.Join("\n\n", answers.Select(answer => answer.Text)),
        [.. answers.SelectMany(answer => answer.RequestedTools ?? [])],
        FinishReason: null,
        answers.Select(answer => answer.Usage).OfType<TokenUsage>().Aggregate((TokenUsage?)null, (sum, usage) => sum is null ? usage : sum + usage),
        answers.Any(answer => answer.Cost is not null) ? answers.Aggregate(0m, (sum, answer) => sum + (answer.Cost ?? 0)) : null);
}
