using System.Runtime.InteropServices;

namespace Hooks.Events;

/// <summary>
/// Whose turn it is at a lane: its worker's, or that of whoever ends the subscription. So that an event in a worker's hands
/// counts under one outcome, even when a handler never returns.
/// </summary>
internal struct LaneTurn
{
    private const int Idle = 0, Taking = 1, Handling = 2, Stopped = 3;

    private int _state;

    /// <summary>Whether a handler may be running, perhaps one that nobody waits for any more.</summary>
    public bool IsHandling => Volatile.Read(ref _state) is Handling or Stopped;

    /// <summary>The worker wants to take events; false if the lane was stopped.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taking, Idle) == Idle;

    /// <summary>The worker calls the handler.</summary>
    public void Handle() => Volatile.Write(ref _state, Handling);

    /// <summary>The handler has returned; false if the lane was stopped meanwhile, and the event was counted.</summary>
    public bool TryReturn() => Interlocked.CompareExchange(ref _state, Taking, Handling) == Handling;

    /// <summary>The worker takes its turn again, wherever it was; false if the lane was stopped.</summary>
    public bool TryResume()
    {
        while (Volatile.Read(ref _state) is var state && state != Stopped)
        {
            if (Interlocked.CompareExchange(ref _state, Taking, state) == state)
                return true;
        }

        return false;
    }

    /// <summary>The worker has nothing in its hands that is not counted, and waits.</summary>
    public void Wait() => Volatile.Write(ref _state, Idle);

    /// <summary>Ends the worker's turns. While it takes, which calls no code of anybody, this waits.</summary>
    public LaneEnd Stop()
    {
        var spin = default(SpinWait);
        while (true)
        {
            if (Interlocked.CompareExchange(ref _state, Stopped, Handling) == Handling)
                return LaneEnd.WhileHandling;
            switch (Interlocked.CompareExchange(ref _state, Stopped, Idle))
            {
                case Idle:
                    return LaneEnd.WhileWaiting;
                case Stopped:
                    return LaneEnd.Before;
            }

            spin.SpinOnce();
        }
    }
}

/// <summary>How a lane was found when it was stopped.</summary>
internal enum LaneEnd
{
    /// <summary>It was stopped already.</summary>
    Before,

    /// <summary>No handler was running.</summary>
    WhileWaiting,

    /// <summary>A handler is running, whose events the worker will not count any more.</summary>
    WhileHandling,
}

/// <summary>What a worker writes for every event, in cache lines of its own: publishers read their part of the lane at the same time.</summary>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal sealed class LaneProgress
{
    /// <summary>Whose turn it is.</summary>
    [FieldOffset(64)]
    public LaneTurn Turn;

    /// <summary>How many events the handler has taken.</summary>
    [FieldOffset(72)]
    public long Delivered;

    /// <summary>From when on the handler's time is not counted yet.</summary>
    [FieldOffset(80)]
    public long MeasuredFrom;

    /// <summary>How long the handler has worked, up to then.</summary>
    [FieldOffset(96)]
    public long HandlerTicks;

    /// <summary>How many calls there were since then.</summary>
    [FieldOffset(88)]
    public int Unmeasured;
}
