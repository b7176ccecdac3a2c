namespace Hooks.Events;

/// <summary>Allows so many a second in the long run, and so many at once after a pause. Time passes on a clock that tests can move.</summary>
/// <remarks>
/// Held as the one time at which the bucket would be full again ("generic cell rate algorithm", ITU-T I.371): each event
/// moves it on, and there is room as long as it is not too far ahead of now.
/// </remarks>
internal sealed class TokenBucket
{
    private readonly TimeProvider _clock;
    private readonly double _ticksOfOne;
    private readonly double _ticksOfBurst;
    private readonly object _lock = new();
    private readonly long _start;
    private double _full;

    public TokenBucket(TimeProvider clock, double perSecond, int burst)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
        _ticksOfOne = clock.TimestampFrequency / perSecond;
        _ticksOfBurst = _ticksOfOne * burst;
    }

    public bool TryTake()
    {
        lock (_lock)
        {
            double now = _clock.GetTimestamp() - _start;
            var full = Math.Max(_full, now) + _ticksOfOne;

            // A thousandth of an event forgives what adding up fractions loses.
            if (full - now > _ticksOfBurst + (_ticksOfOne / 1000))
                return false;
            _full = full;
            return true;
        }
    }
}
