namespace Hooks;

/// <summary>How a dispatcher's pipelines treat the calls around which they fire hooks. No duration is longer than 49 days 17 hours, for which timers can wait.</summary>
public sealed class HookPipelineOptions
{
    internal static HookPipelineOptions Default { get; } = new();

    /// <summary>Who decides where a hook answers <see cref="HookResult.Ask"/>. Default: null, nobody, and every such call is denied.</summary>
    public IHookApprover? Approver { get; init; }

    /// <summary>
    /// Whether the host wants a call of a tool approved, besides those that it marks itself
    /// (<see cref="ToolCallContext.NeedsApproval"/>): hooks redirect and fork calls to tools of which the mark says nothing. It is
    /// given the call as the guards have judged it; what it throws is thrown on, and the call is denied. Default: null, none.
    /// </summary>
    public Func<ToolCallContext, bool>? NeedsApproval { get; init; }

    /// <summary>
    /// How often in a row one call may be redirected or forked; a hook that asks for more has failed. From 0 to
    /// <see cref="HookDispatcher.MaxDepth"/>. Default: 4.
    /// </summary>
    public int MaxRedirects { get; init; } = 4;

    /// <summary>How many further attempts one call may have, whatever hooks ask for. Default: 3; 0 for none.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>The longest wait before a further attempt, whatever hooks ask for. Default: 30 seconds.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often hooks may keep an agent from stopping in one run, over all of its attempts. Default: 8; 0 for never.</summary>
    public int MaxContinuations { get; init; } = 8;

    /// <summary>
    /// How long one attempt of a tool may take; then its token is cancelled, it is left alone, and its outcome is
    /// <see cref="ToolCallOutcome.TimedOut"/>. A tool that does not give its thread back cannot be stopped. Default: null, any time.
    /// </summary>
    public TimeSpan? ToolTimeout { get; init; }

    /// <summary>
    /// How long one attempt of an agent's run may take, without the hooks of its stop points; then its token is cancelled, it is left alone, and its outcome is
    /// <see cref="AgentRunOutcome.LimitReached"/>. Default: null, any time.
    /// </summary>
    public TimeSpan? AgentTimeout { get; init; }

    /// <summary>How many results the cache of the dispatcher holds; the one that was used longest ago goes first. Default: 1000.</summary>
    public int CacheCapacity { get; init; } = 1000;

    /// <summary>
    /// How long the hooks that observe the end of a call may take, all hooks of one point together; then they are left
    /// alone. Also how long a fork waits for branches that it has cancelled. Default: 5 seconds.
    /// </summary>
    public TimeSpan ObservationTimeout { get; init; } = TimeSpan.FromSeconds(5);

    internal void Validate()
    {
        Within(MaxRedirects, 0, HookDispatcher.MaxDepth, nameof(MaxRedirects));
        Within(MaxAttempts, 0, int.MaxValue, nameof(MaxAttempts));
        Within(MaxContinuations, 0, int.MaxValue, nameof(MaxContinuations));
        Within(CacheCapacity, 1, int.MaxValue, nameof(CacheCapacity));
        if (MaxRetryDelay < TimeSpan.Zero || MaxRetryDelay > HookDuration.Longest)
            throw Wrong(nameof(MaxRetryDelay), MaxRetryDelay, $"it has to be from zero to {HookDuration.Longest}");
        Positive(ToolTimeout, nameof(ToolTimeout));
        Positive(AgentTimeout, nameof(AgentTimeout));
        Positive(ObservationTimeout, nameof(ObservationTimeout));
    }

    private static void Within(int value, int least, int most, string name)
    {
        if (value < least || value > most)
            throw Wrong(name, value, most == int.MaxValue ? $"it has to be at least {least}" : $"it has to be from {least} to {most}");
    }

    private static void Positive(TimeSpan? value, string name)
    {
        if (value <= TimeSpan.Zero || value > HookDuration.Longest)
            throw Wrong(name, value, $"it has to be longer than zero and at most {HookDuration.Longest}");
    }

    private static ArgumentException Wrong(string name, object value, string right) => new($"HookDispatcherOptions.Pipeline: {name} is {value}; {right}.");
}
