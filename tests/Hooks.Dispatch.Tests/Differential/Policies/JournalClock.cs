using Hooks.TestKit;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>The fake clock as a dispatcher sees it: every timer that it arms is counted.</summary>
internal sealed class JournalClock(FakeClock clock, Journal journal) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        journal.CountTimer();
        return timer;
    }
}
