namespace Hooks;

/// <summary>How one hook stands in a dispatcher at this moment.</summary>
public sealed class HookStatus
{
    internal HookStatus(HookDescriptor hook, bool isRegistered, HookSettings? settings, HookRun run)
    {
        Hook = hook;
        IsRegistered = isRegistered;
        Settings = settings;
        CircuitBreaker = run.BreakerOf(settings);
        IsBusy = run.Named.Queues.Any(queue => !queue.IsIdle);
        Waiting = (int)run.Named.Queues.Sum(queue => queue.Depth);
        Dropped = run.Named.Queues.Sum(queue => queue.Dropped);
        Abandoned = run.Named.Queues.Sum(queue => queue.Abandoned);
    }

    /// <summary>What the hook declares.</summary>
    public HookDescriptor Hook { get; }

    /// <summary>Whether it was registered at run time.</summary>
    public bool IsRegistered { get; }

    /// <summary>What is set in place of what it declares; null if nothing is.</summary>
    public HookSettings? Settings { get; }

    /// <summary>Whether it runs.</summary>
    public bool IsEnabled => Settings is null or { IsEnabled: true };

    /// <summary>Whether it only watches.</summary>
    public bool IsShadow => Settings is { IsShadow: true };

    /// <summary>Its circuit breaker, the same at all of its points; null if it has none here.</summary>
    public HookCircuitBreaker? CircuitBreaker { get; }

    /// <summary>Whether one of its calls runs or waits in the background.</summary>
    internal bool IsBusy { get; }

    /// <summary>How many of its calls wait in the background, at all of its points together.</summary>
    public int Waiting { get; }

    /// <summary>How many of its calls a full queue has dropped, at all of its points together.</summary>
    public long Dropped { get; }

    /// <summary>How many of its calls were still waiting when the dispatcher was disposed and its time was over, at all of its points together.</summary>
    public long Abandoned { get; }

    /// <inheritdoc/>
    public override string ToString() => Hook.ToString();
}
