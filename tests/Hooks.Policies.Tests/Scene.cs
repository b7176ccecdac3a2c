namespace Hooks.Policies.Tests;

/// <summary>A dispatcher over the scripted hooks, with a clock that a test moves and every report kept.</summary>
internal sealed class Scene : IAsyncDisposable
{
    /// <summary>How long a test waits for what other threads do before it gives up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<HookReport> _reports = [];

    public Scene(HookExecutionPath path, Action<SceneOptions>? configure = null)
    {
        var options = new SceneOptions();
        configure?.Invoke(options);
        Dispatcher = PolicyHooks.CreateDispatcher(Hooks, new()
        {
            ExecutionPath = path,
            TimeProvider = Clock,
            OnReport = Keep,
            DefaultTimeout = options.DefaultTimeout,
            FireTimeout = options.FireTimeout,
            WatchdogTimeout = options.WatchdogTimeout,
            BackgroundCapacity = options.BackgroundCapacity,
            CircuitBreaker = options.CircuitBreaker,
            Hooks = options.Hooks,
        });
    }

    public Scripted Hooks { get; } = new();

    public FakeClock Clock { get; } = new();

    public HookDispatcher Dispatcher { get; }

    public IReadOnlyList<HookReport> Reports
    {
        get
        {
            lock (_reports)
                return [.. _reports];
        }
    }

    public IEnumerable<HookReportKind> Kinds => Reports.Select(report => report.Kind);

    public static ToolCallContext Call(string command = "ls") => new() { ToolName = "bash", Arguments = { ["command"] = command } };

    public ValueTask DisposeAsync() => Dispatcher.DisposeAsync();

    private void Keep(HookReport report)
    {
        lock (_reports)
            _reports.Add(report);
    }
}

/// <summary>What a scene can set.</summary>
internal sealed class SceneOptions
{
    public TimeSpan DefaultTimeout { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan? FireTimeout { get; set; }

    public TimeSpan? WatchdogTimeout { get; set; }

    public int BackgroundCapacity { get; set; } = 1000;

    public HookCircuitBreakerOptions CircuitBreaker { get; set; } = new();

    public Dictionary<string, HookSettings> Hooks { get; } = [];
}

/// <summary>Both ways of running hooks.</summary>
internal sealed class BothPaths : TheoryData<HookExecutionPath>
{
    public BothPaths() => AddRange(HookExecutionPath.Compiled, HookExecutionPath.General);
}
