namespace Hooks;

/// <summary>Measures a hook that has suspended, where its circuit breaker counts slow calls as failed.</summary>
internal readonly struct SlowCall
{
    private readonly TimeProvider? _time;
    private readonly TimeSpan _limit;
    private readonly long _started;

    private SlowCall(TimeProvider time, TimeSpan limit)
    {
        _time = time;
        _limit = limit;
        _started = time.GetTimestamp();
    }

    public bool IsOver => _time is not null && _time.GetElapsedTime(_started) >= _limit;

    public static SlowCall Begin(HookCircuitBreaker? breaker, TimeProvider time) =>
        breaker?.Options.SlowCallDuration is { } limit ? new(time, limit) : default;
}
