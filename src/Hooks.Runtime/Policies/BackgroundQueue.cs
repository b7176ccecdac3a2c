using System.Diagnostics;
using System.Threading.Channels;

namespace Hooks;

/// <summary>The calls of one hook that nobody waits for: in order, one at a time, bounded; a full queue drops the newest.</summary>
internal sealed class BackgroundQueue
{
    private const string Disposed = "the dispatcher was disposed before its turn came";

    private readonly HookDispatcher _dispatcher;
    private readonly Channel<BackgroundCall> _calls;
    private readonly CancellationTokenSource _stop = new();
    private readonly object _turn = new();
    private readonly bool _isShadow;
    private readonly LeftQueues _left;
    private volatile bool _isComplete;
    private volatile bool _isLeft;
    private volatile bool _isStopped;
    private bool _isRunning;
    private Task? _worker;
    private long _dropped;
    private long _abandoned;

    /// <param name="dispatcher">The dispatcher.</param>
    /// <param name="capacity">How many calls may wait.</param>
    /// <param name="isShadow">Whether the hook's answers are reported instead of enforced.</param>
    /// <param name="left">Where the queue is remembered once its hook was taken out.</param>
    public BackgroundQueue(HookDispatcher dispatcher, int capacity, bool isShadow, LeftQueues left)
    {
        _dispatcher = dispatcher;
        _isShadow = isShadow;
        _left = left;
        _calls = Channel.CreateBounded<BackgroundCall>(new BoundedChannelOptions(capacity) { SingleReader = true });
    }

    /// <summary>How many calls wait.</summary>
    public int Depth => _calls.Reader.Count;

    /// <summary>How many calls a full queue has dropped.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>How many calls were still waiting when the time to drain was over.</summary>
    public long Abandoned => Interlocked.Read(ref _abandoned);

    /// <summary>Whether nothing waits here and nothing runs.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_turn)
                return !_isRunning && _calls.Reader.Count == 0;
        }
    }

    /// <summary>Takes a copy of the context, or counts and reports a call that finds no room.</summary>
    /// <param name="alone">A chain of the one hook at the point that is fired, with what is set for it now.</param>
    /// <param name="context">The context.</param>
    public void Enqueue(HookChain alone, HookContext context)
    {
        if (_isLeft && _left.IsClosed)
            Complete();
        else if (_worker is null)
            Start();
        if (_calls.Writer.TryWrite(new(alone, context.Copy(), HookTracing.Current?.Context ?? default)))
        {
            // A fire that began before the hook was taken out.
            if (_isLeft)
                _left.Keep(this);
            return;
        }

        Interlocked.Increment(ref _dropped);
        _dispatcher.Report(HookReport.Dropped(alone.Entries[0].Hook, _isComplete ? Disposed : "its queue is full"));
    }

    /// <summary>The hook was taken out: what waits still runs, and then nobody remembers the queue.</summary>
    public void Leave()
    {
        _isLeft = true;
        _left.Keep(this);
    }

    /// <summary>Takes no more calls, and waits until those that wait have run or the time is over. Never throws.</summary>
    public async Task DrainAsync(Task deadline)
    {
        Complete();
        if (_worker is not { } worker)
            return;
        await Task.WhenAny(worker, deadline).ConfigureAwait(false);
        lock (_turn)
        {
            if (!_isRunning && _calls.Reader.Count == 0)
                return;
            _isStopped = true;
        }

        // Nobody waits for what the hook does when it is cancelled, or asks whether that throws.
        GeneralPath.Observe(_stop.CancelAsync());
        while (_calls.Reader.TryRead(out var call))
        {
            Interlocked.Increment(ref _abandoned);
            _dispatcher.Report(HookReport.Dropped(call.Hook, Disposed));
        }
    }

    private void Complete()
    {
        _isComplete = true;
        _calls.Writer.TryComplete();
    }

    // Once the queue is stopped the worker takes nothing more, so that what waits is counted exactly.
    private bool TryTake(out BackgroundCall call)
    {
        lock (_turn)
        {
            call = default;
            return _isRunning = !_isStopped && _calls.Reader.TryRead(out call);
        }
    }

    private void Start()
    {
        lock (_turn)
        {
            if (_worker is not null)
                return;

            // The worker outlives the fire that happens to be first, and must not carry what flows with it.
            using (ExecutionContext.SuppressFlow())
                _worker = Task.Run(RunAsync);
        }
    }

    private async Task RunAsync()
    {
        while (await _calls.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (TryTake(out var call))
            {
                try
                {
                    var result = await HookTracing.InBackgroundAsync(_dispatcher, call, _stop.Token).ConfigureAwait(false);
                    if (_isShadow && !result.IsContinue)
                        _dispatcher.Report(HookReport.Shadowed(call.Hook, result));
                }
                catch (Exception)
                {
                    // Reported where it happened; there is nobody to whom a policy of Throw could throw.
                }
            }

            if (_isLeft)
                _left.Forget(this);
            if (_isStopped)
                return;
        }
    }
}

/// <summary>A call that waits.</summary>
/// <param name="chain">The one hook, with what was set for it when the point was fired.</param>
/// <param name="context">The copy.</param>
/// <param name="parent">The span within which the fire happened.</param>
internal readonly struct BackgroundCall(HookChain chain, HookContext context, ActivityContext parent)
{
    public HookChain Chain { get; } = chain;

    public HookContext Context { get; } = context;

    public ActivityContext Parent { get; } = parent;

    public HookDescriptor Hook => Chain.Entries[0].Hook;
}
