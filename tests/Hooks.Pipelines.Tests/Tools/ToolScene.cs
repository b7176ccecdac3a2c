namespace Hooks.Pipelines.Tests.Tools;

/// <summary>A dispatcher whose hooks a test registers, a scripted tool, and a log of what happened, in order.</summary>
internal sealed class ToolScene : IAsyncDisposable
{
    private readonly List<string> _log = [];
    private readonly List<HookReport> _reports = [];
    private readonly List<ToolCallContext> _observed = [];
    private int _calls;

    public ToolScene(HookPipelineOptions? options = null, HookTable? table = null, TimeSpan? hookTimeout = null)
    {
        Dispatcher = new(table ?? new EmptyTable(), new()
        {
            TimeProvider = Clock,
            Pipeline = options,
            DefaultTimeout = hookTimeout ?? TimeSpan.FromSeconds(5),
            OnReport = report => Locked(() => _reports.Add(report)),
        });
        Dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, call => Locked(() =>
        {
            _observed.Add(call);
            _log.Add($"after {call.ToolName} {call.Outcome}");
        }), new() { Name = "observer" });
    }

    public FakeClock Clock { get; } = new();

    public HookDispatcher Dispatcher { get; }

    /// <summary>The tool. Default: gives its name.</summary>
    public Func<ToolCallContext, CancellationToken, ValueTask<object?>> Tool { get; set; } = static (call, _) => new($"{call.ToolName} done");

    /// <summary>How often the tool was called.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public IReadOnlyList<string> Log => Locked(() => _log.ToArray());

    public IReadOnlyList<HookReport> Reports => Locked(() => _reports.ToArray());

    /// <summary>The calls whose end was observed.</summary>
    public IReadOnlyList<ToolCallContext> Observed => Locked(() => _observed.ToArray());

    /// <summary>Every outcome that was observed, in order.</summary>
    public IEnumerable<ToolCallOutcome> Outcomes => Observed.Select(call => call.Outcome);

    public static ToolCallContext Call(string tool = "search", bool idempotent = true) =>
        new() { ToolName = tool, CallId = "c1", SessionId = "s1", IsIdempotent = idempotent, Arguments = { ["text"] = "cats" } };

    /// <summary>Registers a hook that is logged by the name of its point.</summary>
    public ToolScene On(HookPoint point, Func<ToolCallContext, HookResult> hook, HookFailurePolicy onFailure = HookFailurePolicy.Default, string? tools = null)
    {
        Dispatcher.Register<ToolCallContext>(point, call => { Say($"{point}"); return hook(call); }, new() { OnFailure = onFailure, Tools = tools });
        return this;
    }

    public ToolScene On(HookPoint point, HookResult answer, HookFailurePolicy onFailure = HookFailurePolicy.Default, string? tools = null) =>
        On(point, _ => answer, onFailure, tools);

    public ToolScene OnPermission(HookPoint point, Func<PermissionContext, HookResult> hook)
    {
        Dispatcher.Register<PermissionContext>(point, context => { Say($"{point}"); return hook(context); });
        return this;
    }

    public ToolScene OnError(HookPoint point)
    {
        Dispatcher.Observe<ErrorContext>(point, context => Say($"{point}: {context.Message}{(context.Recovery is { } way ? $" by {way}" : "")}"));
        return this;
    }

    /// <summary>Waits for what other threads do, which no clock foretells.</summary>
    public static async Task Eventually(Func<bool> condition)
    {
        while (!condition())
            await Task.Yield();
    }

    public void Say(string what) => Locked(() => _log.Add(what));

    public ValueTask<ToolCallContext> InvokeAsync(ToolCallContext? call = null, CancellationToken cancellationToken = default) =>
        Dispatcher.InvokeToolAsync(call ?? Call(), CallToolAsync, cancellationToken);

    public ValueTask DisposeAsync() => Dispatcher.DisposeAsync();

    private ValueTask<object?> CallToolAsync(ToolCallContext call, CancellationToken token)
    {
        Interlocked.Increment(ref _calls);
        Say($"call {call.ToolName} {call.Arguments}");
        return Tool(call, token);
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_log)
            return read();
    }

    private void Locked(Action change)
    {
        lock (_log)
            change();
    }
}
