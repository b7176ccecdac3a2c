namespace Hooks.Policies.Tests;

public sealed class RegistrationTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task Handlers_run_behind_compiled_hooks_of_equal_priority_in_their_order(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var order = new List<string>();
        scene.Hooks.OnAfterTimed = _ =>
        {
            order.Add("compiled");
            return default;
        };
        HookResult Add(string name)
        {
            order.Add(name);
            return HookResult.Continue;
        }

        scene.Dispatcher.Register(HookPoint.BeforeToolCall, (ToolCallContext _) => Add("b"), new() { Priority = 3 });
        scene.Dispatcher.Register(HookPoint.BeforeToolCall, (HookContext _) => Add("c"), new() { Priority = 3 });
        scene.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, (_, _) => new(Add("a")), new() { Priority = -1 });
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call());

        Assert.Equal(["a", "compiled", "b", "c"], order);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_handler_can_take_itself_out(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var calls = 0;
        HookRegistration? registration = null;
        registration = scene.Dispatcher.Observe<SessionContext>(HookPoint.SessionStart, _ =>
        {
            calls++;
            registration!.Dispose();
        });
        await scene.Dispatcher.SessionStartAsync(new());
        await scene.Dispatcher.SessionStartAsync(new());

        Assert.Equal(1, calls);
        Assert.False(registration.Unregister());
        Assert.False(scene.Dispatcher.HasHooks(HookPoint.SessionStart));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_the_name()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var dispatcher = scene.Dispatcher;
        void Refused(string part, Action register) => Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(register).Message, StringComparison.Ordinal);

        Refused("observe-only", () => dispatcher.Register(HookPoint.SessionEnd, (SessionContext _) => HookResult.Continue));
        Refused("'timed'", () => dispatcher.Observe<ToolCallContext>(HookPoint.BeforeToolCall, static _ => { }, new() { Name = Scripted.Timed }));
        Refused("ToolCallContext", () => dispatcher.Observe<SessionContext>(HookPoint.BeforeToolCall, static _ => { }));
        Refused("no tool", () => dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, static _ => { }, new() { Tools = "bash" }));
        Refused("'late'", () => dispatcher.Register(HookPoint.BeforeToolCall, (ToolCallContext _) => HookResult.Continue, new() { Name = "late", Background = true }));
        Refused("cannot have a timeout", () => dispatcher.Register(HookPoint.BeforeToolCall, (ToolCallContext _) => HookResult.Continue, new() { TimeoutMilliseconds = 1 }));
        Refused("'hasty' is synchronous", () => dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, static _ => { }, new() { Name = "hasty", TimeoutMilliseconds = 1 }));
        Assert.Throws<InvalidOperationException>(() => HookDispatcher.None.Observe<SessionContext>(HookPoint.SessionEnd, static _ => { }));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Tools_and_groups_choose_as_they_do_for_compiled_hooks(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var seen = new List<string>();
        scene.Dispatcher.Observe<ToolCallContext>(HookPoint.BeforeToolCall, call => seen.Add(call.ToolName), new() { Tools = "@shell|mcp__*" });
        foreach (var tool in new[] { "bash", "Read", "mcp__git__push", "PowerShell" })
            await scene.Dispatcher.BeforeToolCallAsync(new() { ToolName = tool });

        Assert.Equal(["bash", "mcp__git__push", "PowerShell"], seen);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Handlers_have_timeouts_retries_and_breakers_too(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Dispatcher.Register<CompactionContext>(
            HookPoint.BeforeCompaction,
            static async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return default;
            },
            new() { Name = "slow", TimeoutMilliseconds = 100, CircuitBreaker = true, OnFailure = HookFailurePolicy.Block });
        var fire = scene.Dispatcher.BeforeCompactionAsync(new());
        scene.Clock.Advance(TimeSpan.FromMilliseconds(100));

        Assert.True((await fire).IsCancel);
        Assert.Equal(1, scene.Dispatcher.FindHook("slow")!.CircuitBreaker!.Failures);
    }

    [Fact]
    public async Task A_point_that_exists_only_by_name_is_fired_with_its_context()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.Register("deploy.before", (deploy, _) => new(HookResult.Cancel($"no {deploy.Data.GetString("to")}")));
        var deploy = new NamedHookContext("deploy.before") { Data = { ["to"] = "production" } };

        Assert.Equal("no production", (await scene.Dispatcher.FireAsync(deploy)).Reason);
        Assert.True((await scene.Dispatcher.FireAsync(new NamedHookContext("deploy.after"))).IsContinue);
    }

    [Fact]
    public async Task Whether_a_point_by_name_has_hooks_is_asked_with_its_name()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        using var registration = scene.Dispatcher.Register("deploy.before", static (_, _) => default);
        Assert.True(scene.Dispatcher.HasHooks("deploy.before"));
        Assert.False(scene.Dispatcher.HasHooks("deploy.after") || scene.Dispatcher.IsSynchronous("deploy.before"));
        Assert.True(scene.Dispatcher.IsSynchronous("deploy.after"));
        Assert.Throws<InvalidOperationException>(() => scene.Dispatcher.Fire(new NamedHookContext("deploy.before")));
        Assert.Contains("name of one of them", Assert.Throws<InvalidOperationException>(() => scene.Dispatcher.HasHooks<NamedHookContext>()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => scene.Dispatcher.IsSynchronous<NamedHookContext>());
        Assert.Throws<ArgumentException>(() => scene.Dispatcher.HasHooks(" "));
        registration.Dispose();

        Assert.False(scene.Dispatcher.HasHooks("deploy.before"));
        Assert.True(scene.Dispatcher.IsSynchronous("deploy.before"));
    }

    [Fact]
    public async Task Objects_are_initialised_in_order_and_a_failure_names_the_hook_and_stops()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var log = new List<string>();
        await scene.Dispatcher.RegisterAsync(new Logged("first", log));
        await scene.Dispatcher.RegisterAsync(new Logged("second", log) { FailsToStart = true });
        await scene.Dispatcher.RegisterAsync(new Logged("third", log));
        Assert.True((await scene.Dispatcher.BeforeTurnAsync(new())).IsCancel);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Dispatcher.StartAsync());
        Assert.Contains("'second'", error.Message, StringComparison.Ordinal);
        Assert.Equal(["first starts", "second starts"], log);
    }

    [Fact]
    public async Task One_that_comes_after_the_start_is_initialised_before_its_first_run_and_all_are_disposed()
    {
        var scene = new Scene(HookExecutionPath.Compiled);
        var log = new List<string>();
        await scene.Dispatcher.RegisterAsync(new Logged("first", log) { FailsToEnd = true });
        await scene.Dispatcher.StartAsync();
        await scene.Dispatcher.RegisterAsync(new Logged("second", log) { FailsToEnd = true });
        await scene.Dispatcher.BeforeTurnAsync(new());
        var errors = await Assert.ThrowsAsync<AggregateException>(() => scene.Dispatcher.DisposeAsync().AsTask());

        Assert.Equal(["first starts", "second starts", "first runs", "second runs", "second ends", "first ends"], log);
        Assert.Equal(2, errors.InnerExceptions.Count);
    }

    private sealed class Logged(string name, List<string> log) : IHook
    {
        public bool FailsToStart { get; init; }

        public bool FailsToEnd { get; init; }

        public string Name => name;

        public IReadOnlyList<HookPoint> Points => [HookPoint.BeforeTurn];

        public ValueTask InitializeAsync(CancellationToken cancellationToken)
        {
            log.Add($"{name} starts");
            return FailsToStart ? throw new IOException() : default;
        }

        public ValueTask<HookResult> InvokeAsync(HookPoint point, HookContext context, CancellationToken cancellationToken)
        {
            log.Add($"{name} runs");
            return default;
        }

        public ValueTask DisposeAsync()
        {
            log.Add($"{name} ends");
            return FailsToEnd ? throw new IOException() : default;
        }
    }
}
