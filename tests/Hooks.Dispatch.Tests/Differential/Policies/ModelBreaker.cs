namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>DESIGN.md 6.6, read as plainly as possible. A ticket is the era in which a call began; an era ends with every change of state.</summary>
/// <param name="figures">The figures at first.</param>
/// <param name="clock">The clock.</param>
internal sealed class ModelBreaker(HookCircuitBreakerOptions figures, TimeProvider clock)
{
    private readonly List<object> _hung = [];
    private object _era = new();
    private DateTimeOffset _openedAt;
    private DateTimeOffset? _probeSince;
    private bool _isForced;
    private int _inRow;
    private HookCircuitState _state;
    private (long Failures, long Rejections, long Openings) _count;

    public HookCircuitBreakerOptions Figures { get; set; } = figures;

    public override string ToString() => FireTexts.Breaker(_state, _count.Failures, _count.Rejections, _count.Openings);

    /// <summary>The ticket for a call; null if none may be made.</summary>
    public object? Enter(Action<HookCircuitState> report)
    {
        var now = clock.GetUtcNow();
        if (_state == HookCircuitState.Open && !_isForced && now - _openedAt >= Figures.OpenDuration)
            Become(HookCircuitState.HalfOpen, report);
        if (_state == HookCircuitState.HalfOpen && _probeSince is { } since && now - since >= Figures.ProbeTimeout)
        {
            // A hung probe is released: only its failure still counts, and there is no row of successes over it.
            _hung.Add(_era);
            _era = new();
            _probeSince = null;
            _inRow = 0;
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

    public void Succeeded(object ticket, Action<HookCircuitState> report)
    {
        if (ticket != _era)
            return;
        _probeSince = null;
        if (_state == HookCircuitState.Closed)
            _inRow = 0;
        else if (++_inRow >= Figures.SuccessThreshold)
            Become(HookCircuitState.Closed, report);
    }

    public void Failed(object ticket, Action<HookCircuitState> report)
    {
        _count.Failures++;
        if (_hung.Contains(ticket) || (ticket == _era && (_state == HookCircuitState.HalfOpen || ++_inRow >= Figures.FailureThreshold)))
            Become(HookCircuitState.Open, report);
    }

    public void Cancelled(object ticket)
    {
        if (ticket == _era)
            _probeSince = null;
    }

    public void Force(Force to, Action<HookCircuitState> report)
    {
        var state = to == Policies.Force.Open ? HookCircuitState.Open : HookCircuitState.Closed;
        Become(state, report);
        _isForced = state == HookCircuitState.Open;
        if (to == Policies.Force.Reset)
            _count = default;
    }

    private void Become(HookCircuitState state, Action<HookCircuitState> report)
    {
        var changed = state != _state;
        if (changed && state == HookCircuitState.Open)
            _count.Openings++;
        _era = new();
        _hung.Clear();
        _inRow = 0;
        _probeSince = null;
        _isForced = false;
        _openedAt = clock.GetUtcNow();
        _state = state;
        if (changed)
            report(state);
    }
}
