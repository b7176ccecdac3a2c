namespace Hooks;

/// <summary>How a dispatcher runs its hooks. No duration is longer than 49 days 17 hours, for which timers can wait.</summary>
public sealed class HookDispatcherOptions
{
    /// <summary>Which of the two ways of running hooks is taken; they mean the same. Default: <see cref="HookExecutionPath.Compiled"/>.</summary>
    public HookExecutionPath ExecutionPath { get; init; }

    /// <summary>The clock for timeouts, waits, circuit breakers and the watchdog. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long an asynchronous hook without a timeout of its own may take from the moment it suspends. The hook is then
    /// left alone and counts as failed. Default: 5 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for any time.
    /// </summary>
    public TimeSpan DefaultTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a whole fire may take. When the time is over the hook that runs counts as failed and the others do not
    /// run: a blocking point answers Cancel. A synchronous hook is not interrupted. Default: null, any time. Where it is
    /// set all fires take the general path.
    /// </summary>
    public TimeSpan? FireTimeout { get; init; }

    /// <summary>
    /// After how long a hook that has not returned to its caller is reported (<see cref="HookReportKind.Hanging"/>).
    /// Nothing can stop it. Default: null, nobody watches. Where it is set all fires take the general path.
    /// </summary>
    public TimeSpan? WatchdogTimeout { get; init; }

    /// <summary>
    /// How long a failed hook with <see cref="HookDescriptor.Retries"/> waits before its second attempt; twice as long
    /// before the third, and so on, and up to a quarter more by chance. A synchronous fire does not wait. Default: 100 milliseconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The figures of the circuit breakers of hooks that declare one. Default: those of <see cref="HookCircuitBreakerOptions"/>.</summary>
    public HookCircuitBreakerOptions CircuitBreaker { get; init; } = HookCircuitBreakerOptions.Default;

    /// <summary>How many calls of one background hook may wait; when the queue is full the newest is dropped. Default: 1000.</summary>
    public int BackgroundCapacity { get; init; } = 1000;

    /// <summary>How long disposing the dispatcher waits for background hooks, and then for hook objects that it disposes. Default: 5 seconds.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Settings of single hooks, by name; they replace what the hooks declare. Default: none.</summary>
    public IReadOnlyDictionary<string, HookSettings> Hooks { get; init; } = new Dictionary<string, HookSettings>();

    /// <summary>
    /// Is told of failed hooks, ignored answers and refused fires, on the thread where they happen and before the chain
    /// goes on. What it throws is swallowed: a broken reporter must not open a guard. A report that arises from fires made
    /// within reports is told up to <see cref="HookDispatcher.MaxDepth"/> deep. Default: none.
    /// </summary>
    public Action<HookReport>? OnReport { get; init; }

    /// <summary>How <see cref="HookDispatcher.InvokeToolAsync"/> and the other pipelines treat calls. Default: as <see cref="HookPipelineOptions"/> says.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message says which.</exception>
    public HookPipelineOptions? Pipeline
    {
        get;
        init
        {
            // Here and not with the others: a program without pipelines does not even have their options.
            value?.Validate();
            field = value;
        }
    }

    /// <summary>How far a wait before another attempt is drawn out, from 0 to 1; replaced by tests that foretell times.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    internal static HookDispatcherOptions Default { get; } = new();

    /// <summary>Whether every fire has to take the general path.</summary>
    internal bool NeedsGeneralPath => ExecutionPath == HookExecutionPath.General || AttendsAllFires;

    /// <summary>Whether there is more to do around every hook than to call it.</summary>
    internal bool AttendsAllFires => FireTimeout is not null || WatchdogTimeout is not null;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(CircuitBreaker);
        ArgumentNullException.ThrowIfNull(Hooks);
        const string Where = nameof(HookDispatcherOptions);
        HookDuration.CheckLimit(Where, nameof(DefaultTimeout), DefaultTimeout);
        HookDuration.CheckPositive(Where, nameof(FireTimeout), FireTimeout);
        HookDuration.CheckPositive(Where, nameof(WatchdogTimeout), WatchdogTimeout);
        HookDuration.CheckNotNegative(Where, nameof(RetryDelay), RetryDelay);
        HookDuration.CheckNotNegative(Where, nameof(DrainTimeout), DrainTimeout);
        if (BackgroundCapacity < 1)
            throw new ArgumentException($"{Where}: {nameof(BackgroundCapacity)} is {BackgroundCapacity}; it has to be at least 1.");
        CircuitBreaker.Validate($"{Where}.{nameof(CircuitBreaker)}");
        foreach (var (name, settings) in Hooks)
            (settings ?? throw new ArgumentException($"The hook '{name}': its settings are null. Leave it out.")).Validate(name);
    }
}
