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
    private readonly Action<HookDescriptor?, HookCircuitState> _onChange;
    private readonly Func<bool>? _isSealed;
    private volatile HookCircuitBreakerOptions _options;
    private volatile int _state;
    private int _generation;

    // The first generation of the state: those from it on are of tries that were released because they hung.
    private int _sinceState;
    private int _failuresInRow;

    // Those before the last calls that gave answers, for the case that nobody can do what these say.
    private int _failuresBefore;
    private int _successesInRow;
    private long _since;
    private bool _isForced;
    private bool _isProbing;
    private long _failures;
    private long _rejections;
    private long _openings;

    /// <param name="options">The figures.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onChange">Is told of every change of state, and at which point the hook was called; null if someone forced it.</param>
    /// <param name="isSealed">Whether it can no longer be forced; null if it always can.</param>
    internal HookCircuitBreaker(HookCircuitBreakerOptions options, TimeProvider time, Action<HookDescriptor?, HookCircuitState> onChange, Func<bool>? isSealed = null)
    {
        _isSealed = isSealed;
        _options = options;
        _time = time;
        _onChange = onChange;
    }

    /// <summary>The breaker's figures, which settings may change while it works.</summary>
    public HookCircuitBreakerOptions Options
    {
        get => _options;
        internal set => _options = value;
    }

    /// <summary>The state; an open breaker whose time is up stays open until the next call.</summary>
    public HookCircuitState State => (HookCircuitState)_state;

    /// <summary>How many calls have failed since the beginning.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>How many calls were not made since the beginning.</summary>
    public long Rejections => Interlocked.Read(ref _rejections);

    /// <summary>How often it has opened since the beginning.</summary>
    public long Openings => Interlocked.Read(ref _openings);

    /// <summary>Opens it until <see cref="Close"/> or <see cref="Reset"/> is called.</summary>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed.</exception>
    public void Open() => Force(HookCircuitState.Open);

    /// <summary>Closes it, whatever has happened.</summary>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed.</exception>
    public void Close() => Force(HookCircuitState.Closed);

    /// <summary>Closes it, and sets its counters to zero.</summary>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed.</exception>
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
    internal bool TryEnter(out int ticket, HookDescriptor? by = null)
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
            _onChange(by, HookCircuitState.HalfOpen);
        if (!entered)
            Interlocked.Increment(ref _rejections);
        return entered;
    }

    internal void Succeeded(int ticket, HookDescriptor? by = null)
    {
        if (IsClosed && Volatile.Read(ref _failuresInRow) == 0 && Volatile.Read(ref _failuresBefore) == 0)
            return;
        lock (_gate)
        {
            if (ticket != _generation)
                return;
            if (IsClosed)
            {
                CountWhileClosed();
                return;
            }

            _isProbing = false;
            if (++_successesInRow < Options.SuccessThreshold)
                return;
            Enter(HookCircuitState.Closed);

            // If it turns out that nobody can do what the last try says, it opens again.
            (_failuresBefore, _successesInRow) = (Options.FailureThreshold - 1, 1);
        }

        _onChange(by, HookCircuitState.Closed);
    }

    internal void Failed(int ticket, HookDescriptor? by = null)
    {
        Interlocked.Increment(ref _failures);
        lock (_gate)
        {
            if (ticket < _sinceState || State == HookCircuitState.Open)
                return;
            if (IsClosed && ++_failuresInRow < Options.FailureThreshold)
                return;
            Enter(HookCircuitState.Open);
        }

        _onChange(by, HookCircuitState.Open);
    }

    /// <summary>The answer of one of the last calls, which has succeeded, cannot be carried out: it has failed after all.</summary>
    internal void FailedAfterAll(HookDescriptor? by)
    {
        lock (_gate)
        {
            _successesInRow = Math.Max(0, _successesInRow - 1);
            if (_successesInRow == 0)
                (_failuresInRow, _failuresBefore) = (_failuresInRow + _failuresBefore, 0);
        }

        Failed(Generation, by);
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

    // Of calls at the same time all may give answers before it is known of the first that nobody can do what it says. As many
    // as open the breaker by themselves need none before them.
    private void CountWhileClosed()
    {
        if (_failuresInRow > 0)
            (_failuresBefore, _failuresInRow, _successesInRow) = (_failuresInRow, 0, 1);
        else if (++_successesInRow >= Options.FailureThreshold)
            (_failuresBefore, _successesInRow) = (0, 0);
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

            // If the hung one succeeds after all nobody waits for it any more; its failure still opens the breaker.
            _generation++;
            _successesInRow = 0;
        }

        _isProbing = true;
        _since = _time.GetTimestamp();
        return true;
    }

    private void Force(HookCircuitState state)
    {
        if (_isSealed?.Invoke() == true)
            throw new InvalidOperationException("The dispatcher is sealed: its circuit breakers can no longer be forced.");
        bool changed;
        lock (_gate)
        {
            changed = State != state;
            Enter(state);
            _isForced = state == HookCircuitState.Open;
        }

        if (changed)
            _onChange(null, state);
    }

    private void Enter(HookCircuitState state)
    {
        if (state == HookCircuitState.Open && State != HookCircuitState.Open)
            Interlocked.Increment(ref _openings);
        _sinceState = ++_generation;
        _failuresInRow = 0;
        _failuresBefore = 0;
        _successesInRow = 0;
        _isProbing = false;
        _isForced = false;
        _since = _time.GetTimestamp();
        _state = (int)state;
    }
}
