namespace Hooks;

/// <summary>
/// Stops calling a hook that fails again and again, and tries later whether it works. A hook that is not called counts as
/// one that failed: its failure policy decides, so that a guard never turns into an allow.
/// </summary>
/// <remarks>While it is closed a call reads one field. Results of calls from before a change of state are ignored.</remarks>
public sealed class HookCircuitBreaker
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly Action<HookCircuitState> _onChange;
    private volatile int _state;
    private int _generation;
    private int _failuresInRow;
    private int _successesInRow;
    private long _since;
    private bool _isForced;
    private bool _isProbing;
    private long _failures;
    private long _rejections;
    private long _openings;

    internal HookCircuitBreaker(HookCircuitBreakerOptions options, TimeProvider time, Action<HookCircuitState> onChange)
    {
        Options = options;
        _time = time;
        _onChange = onChange;
    }

    /// <summary>The breaker's figures.</summary>
    public HookCircuitBreakerOptions Options { get; }

    /// <summary>The state; an open breaker whose time is up stays open until the next call.</summary>
    public HookCircuitState State => (HookCircuitState)_state;

    /// <summary>How many calls have failed since the beginning.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>How many calls were not made since the beginning.</summary>
    public long Rejections => Interlocked.Read(ref _rejections);

    /// <summary>How often it has opened since the beginning.</summary>
    public long Openings => Interlocked.Read(ref _openings);

    /// <summary>Opens it until <see cref="Close"/> or <see cref="Reset"/> is called.</summary>
    public void Open() => Force(HookCircuitState.Open);

    /// <summary>Closes it, whatever has happened.</summary>
    public void Close() => Force(HookCircuitState.Closed);

    /// <summary>Closes it, and sets its counters to zero.</summary>
    public void Reset()
    {
        Close();
        Interlocked.Exchange(ref _failures, 0);
        Interlocked.Exchange(ref _rejections, 0);
        Interlocked.Exchange(ref _openings, 0);
    }

    internal bool IsClosed => _state == (int)HookCircuitState.Closed;

    /// <summary>What a call made now belongs to; good only while <see cref="IsClosed"/>.</summary>
    internal int Generation => Volatile.Read(ref _generation);

    /// <summary>Whether the hook may be called; if so, the call's end is told under this ticket.</summary>
    internal bool TryEnter(out int ticket)
    {
        ticket = Generation;
        if (IsClosed)
            return true;
        var changed = false;
        bool entered;
        lock (_gate)
        {
            entered = IsClosed || TryProbe(out changed);
            ticket = _generation;
        }

        if (changed)
            _onChange(HookCircuitState.HalfOpen);
        if (!entered)
            Interlocked.Increment(ref _rejections);
        return entered;
    }

    internal void Succeeded(int ticket)
    {
        if (IsClosed && Volatile.Read(ref _failuresInRow) == 0)
            return;
        lock (_gate)
        {
            if (ticket != _generation)
                return;
            if (IsClosed)
            {
                _failuresInRow = 0;
                return;
            }

            _isProbing = false;
            if (++_successesInRow < Options.SuccessThreshold)
                return;
            Enter(HookCircuitState.Closed);
        }

        _onChange(HookCircuitState.Closed);
    }

    internal void Failed(int ticket)
    {
        Interlocked.Increment(ref _failures);
        lock (_gate)
        {
            if (ticket != _generation || State == HookCircuitState.Open)
                return;
            if (IsClosed && ++_failuresInRow < Options.FailureThreshold)
                return;
            Enter(HookCircuitState.Open);
        }

        _onChange(HookCircuitState.Open);
    }

    /// <summary>The call was cancelled by its caller, which says nothing of the hook.</summary>
    internal void Cancelled(int ticket)
    {
        if (IsClosed)
            return;
        lock (_gate)
        {
            if (ticket == _generation)
                _isProbing = false;
        }
    }

    private bool TryProbe(out bool changed)
    {
        changed = false;
        var elapsed = _time.GetElapsedTime(_since);
        if (State == HookCircuitState.Open)
        {
            if (_isForced || elapsed < Options.OpenDuration)
                return false;
            Enter(HookCircuitState.HalfOpen);
            changed = true;
        }
        else if (_isProbing)
        {
            if (elapsed < Options.ProbeTimeout)
                return false;

            // Whatever the hung one says later belongs to the past.
            _generation++;
        }

        _isProbing = true;
        _since = _time.GetTimestamp();
        return true;
    }

    private void Force(HookCircuitState state)
    {
        bool changed;
        lock (_gate)
        {
            changed = State != state;
            Enter(state);
            _isForced = state == HookCircuitState.Open;
        }

        if (changed)
            _onChange(state);
    }

    private void Enter(HookCircuitState state)
    {
        if (state == HookCircuitState.Open && State != HookCircuitState.Open)
            Interlocked.Increment(ref _openings);
        _generation++;
        _failuresInRow = 0;
        _successesInRow = 0;
        _isProbing = false;
        _isForced = false;
        _since = _time.GetTimestamp();
        _state = (int)state;
    }
}
