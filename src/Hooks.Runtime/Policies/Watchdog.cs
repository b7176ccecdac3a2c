namespace Hooks;

/// <summary>Reports synchronous hooks that do not come back. It cannot stop them: nothing can.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly HookDispatcher _dispatcher;
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly object _calls = new();
    private readonly ITimer _timer;
    private Watched? _first;

    public Watchdog(HookDispatcher dispatcher, TimeProvider time, TimeSpan limit)
    {
        _dispatcher = dispatcher;
        _time = time;
        _limit = limit;

        // Twice per limit, so that a report comes at most half a limit late; but timers know whole milliseconds only, and none would be never.
        var period = limit / 2;
        _timer = time.CreateTimer(static watchdog => ((Watchdog)watchdog!).Look(), this, limit, period < Shortest ? Shortest : period);
    }

    public Watched Begin(HookDescriptor hook)
    {
        var call = new Watched(hook, _time.GetTimestamp());
        lock (_calls)
        {
            call.Next = _first;
            if (_first is not null)
                _first.Previous = call;
            _first = call;
        }

        return call;
    }

    public void End(Watched call)
    {
        lock (_calls)
            TakeOut(call);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        while (TakeHanging() is { } call)
            _dispatcher.Report(HookReport.Hanging(call.Hook, _limit));
    }

    private Watched? TakeHanging()
    {
        lock (_calls)
        {
            var call = _first;
            while (call is not null && _time.GetElapsedTime(call.Started) < _limit)
                call = call.Next;
            if (call is not null)
                TakeOut(call);
            return call;
        }
    }

    // Once: a call that was reported ends too.
    private void TakeOut(Watched call)
    {
        if (call.IsOut)
            return;
        call.IsOut = true;
        if (call.Previous is null)
            _first = call.Next;
        else
            call.Previous.Next = call.Next;
        if (call.Next is not null)
            call.Next.Previous = call.Previous;

        // A call that hangs for ever would otherwise hold all that came after it.
        call.Next = call.Previous = null;
    }

    /// <summary>A call under way, between those that began after and before it.</summary>
    public sealed class Watched(HookDescriptor hook, long started)
    {
        public HookDescriptor Hook { get; } = hook;

        public long Started { get; } = started;

        public Watched? Previous { get; set; }

        public Watched? Next { get; set; }

        public bool IsOut { get; set; }
    }
}
