namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>DESIGN.md 6.6, read as plainly as possible. A ticket is the era in which a call began; an era ends with every change of state.</summary>
internal sealed class ModelBreaker(HookCircuitBreakerOptions figures, TimeProvider clock, Action<HookCircuitState> report)
{
    private object _era = new();
    private DateTimeOffset _openedAt;
    private DateTimeOffset? _probeSince;
    private bool _isForced;
    private int _inRow;
    private HookCircuitState _state;
    private (long Failures, long Rejections, long Openings) _count;

    public HookCircuitBreakerOptions Figures => figures;

    public override string ToString() => FireTexts.Breaker(_state, _count.Failures, _count.Rejections, _count.Openings);

    /// <summary>The ticket for a call; null if none may be made.</summary>
    public object? Enter()
    {
        var now = clock.GetUtcNow();
        if (_state == HookCircuitState.Open && !_isForced && now - _openedAt >= figures.OpenDuration)
            Become(HookCircuitState.HalfOpen);
        if (_state == HookCircuitState.HalfOpen && _probeSince is { } since && now - since >= figures.ProbeTimeout)
        {
            // A hung probe is released: what it says later counts for nothing, the successes before it still count.
            _era = new();
            _probeSince = null;
        }

        if (_state == HookCircuitState.Open || _probeSince is not null)
        {
            _count.Rejections++;
            return null;
        }

        if (_state == HookCircuitState.HalfOpen)
            _probeSince = now;
        return _era;
    }

    public void Succeeded(object ticket)
    {
        if (ticket != _era)
            return;
        _probeSince = null;
        if (_state == HookCircuitState.Closed)
            _inRow = 0;
        else if (++_inRow == figures.SuccessThreshold)
            Become(HookCircuitState.Closed);
    }

    public void Failed(object ticket)
    {
        _count.Failures++;
        if (ticket == _era && (_state == HookCircuitState.HalfOpen || ++_inRow == figures.FailureThreshold))
            Become(HookCircuitState.Open);
    }

    public void Cancelled(object ticket)
    {
        if (ticket == _era)
            _probeSince = null;
    }

    public void Force(Force to)
    {
        var state = to == Policies.Force.Open ? HookCircuitState.Open : HookCircuitState.Closed;
        Become(state);
        _isForced = state == HookCircuitState.Open;
        if (to == Policies.Force.Reset)
            _count = default;
    }

    private void Become(HookCircuitState state)
    {
        var changed = state != _state;
        if (changed && state == HookCircuitState.Open)
            _count.Openings++;
        _era = new();
        _inRow = 0;
        _probeSince = null;
        _isForced = false;
        _openedAt = clock.GetUtcNow();
        _state = state;
        if (changed)
            report(state);
    }
}
