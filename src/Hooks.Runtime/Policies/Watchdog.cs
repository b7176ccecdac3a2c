using System.Collections.Concurrent;

namespace Hooks;

/// <summary>Reports synchronous hooks that do not come back. It cannot stop them: nothing can.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly HookDispatcher _dispatcher;
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly ConcurrentDictionary<long, Watched> _calls = new();
    private readonly ITimer _timer;
    private long _last;

    public Watchdog(HookDispatcher dispatcher, TimeProvider time, TimeSpan limit)
    {
        _dispatcher = dispatcher;
        _time = time;
        _limit = limit;

        // Twice per limit, so that a report comes at most half a limit late; but timers know whole milliseconds only, and none would be never.
        var period = limit / 2;
        _timer = time.CreateTimer(static watchdog => ((Watchdog)watchdog!).Look(), this, limit, period < Shortest ? Shortest : period);
    }

    public long Begin(HookDescriptor hook)
    {
        var number = Interlocked.Increment(ref _last);
        _calls[number] = new(hook, _time.GetTimestamp());
        return number;
    }

    public void End(long number) => _calls.TryRemove(number, out _);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        foreach (var (number, call) in _calls)
        {
            if (_time.GetElapsedTime(call.Started) >= _limit && _calls.TryRemove(number, out _))
                _dispatcher.Report(HookReport.Hanging(call.Hook, _limit));
        }
    }

    private readonly record struct Watched(HookDescriptor Hook, long Started);
}
