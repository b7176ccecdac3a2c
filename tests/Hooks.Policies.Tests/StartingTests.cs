namespace Hooks.Policies.Tests;

/// <summary>Objects are made ready before their first run, once, whatever happens at the same time.</summary>
public sealed class StartingTests
{
    private const HookPoint Point = HookPoint.BeforeTurn;

    [Fact]
    public async Task One_that_comes_while_the_start_ends_is_initialised_before_its_first_run()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var late = new Plugin("late");

        // Its priority is asked for while it is being registered, when the dispatcher may seem not to have been started.
        late.OnPriority = () => Assert.True(scene.Dispatcher.StartAsync().IsCompletedSuccessfully);
        await scene.Dispatcher.RegisterAsync(late);

        Assert.True((await scene.Dispatcher.BeforeTurnAsync(new())).IsContinue);
        Assert.Equal(["starts", "runs"], late.Log);
    }

    [Fact]
    public async Task One_that_another_registers_while_it_starts_is_started_too()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var second = new Plugin("second");
        await scene.Dispatcher.RegisterAsync(new Plugin("first") { OnStart = async () => await scene.Dispatcher.RegisterAsync(second) });
        await scene.Dispatcher.StartAsync();

        Assert.True((await scene.Dispatcher.BeforeTurnAsync(new())).IsContinue);
        Assert.Equal(["starts", "runs"], second.Log);
    }

    [Fact]
    public async Task Several_starts_at_the_same_time_initialise_each_once()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var go = new TaskCompletionSource();
        var (first, second) = (new Plugin("first") { OnStart = () => go.Task }, new Plugin("second"));
        await scene.Dispatcher.RegisterAsync(first);
        await scene.Dispatcher.RegisterAsync(second);
        var starts = Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.Dispatcher.StartAsync())).ToList();
        while (first.Log.Count == 0)
            await Task.Yield();
        Assert.Empty(second.Log);
        go.SetResult();
        await Task.WhenAll(starts);

        Assert.Equal(["starts"], first.Log);
        Assert.Equal(["starts"], second.Log);
    }

    [Fact]
    public async Task After_a_failure_the_next_start_tries_again_and_one_that_was_taken_out_is_left_out()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var fails = true;
        var flaky = new Plugin("flaky") { OnStart = () => fails ? throw new IOException() : Task.CompletedTask };
        var broken = new Plugin("broken") { OnStart = static () => throw new IOException() };
        await scene.Dispatcher.RegisterAsync(flaky);
        var registration = await scene.Dispatcher.RegisterAsync(broken);
        Assert.Contains("'flaky'", (await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Dispatcher.StartAsync())).Message, StringComparison.Ordinal);
        fails = false;
        Assert.Contains("'broken'", (await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Dispatcher.StartAsync())).Message, StringComparison.Ordinal);
        registration.Dispose();
        await scene.Dispatcher.StartAsync();

        Assert.True((await scene.Dispatcher.BeforeTurnAsync(new())).IsContinue);
        Assert.Equal(["starts", "starts", "runs"], flaky.Log);
        Assert.Equal(["starts"], broken.Log);
    }

    [Fact]
    public async Task One_that_is_refused_is_not_initialised_and_stays_its_owners()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var refused = new Plugin("taken");
        scene.Dispatcher.Observe<TurnContext>(Point, static _ => { }, new() { Name = "taken" });
        await scene.Dispatcher.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => scene.Dispatcher.RegisterAsync(refused).AsTask());
        scene.Dispatcher.Seal();
        await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Dispatcher.RegisterAsync(new Plugin("new") { OnStart = static () => throw new IOException() }).AsTask());
        await scene.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => scene.Dispatcher.RegisterAsync(refused).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => scene.Dispatcher.StartAsync());

        Assert.Empty(refused.Log);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_refused_after_its_initialisation_is_disposed(bool failsToEnd)
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        await scene.Dispatcher.StartAsync();
        var refused = new Plugin("late") { FailsToEnd = failsToEnd };
        refused.OnStart = () =>
        {
            scene.Dispatcher.Observe<TurnContext>(Point, static _ => { }, new() { Name = "late" });
            return Task.CompletedTask;
        };
        var error = await Record.ExceptionAsync(() => scene.Dispatcher.RegisterAsync(refused).AsTask());

        Assert.Equal(["starts", "ends"], refused.Log);
        var refusal = failsToEnd ? Assert.IsType<AggregateException>(error).InnerExceptions[0] : error;
        Assert.Contains("has a hook named 'late' already", Assert.IsType<ArgumentException>(refusal).Message, StringComparison.Ordinal);
        Assert.True((await scene.Dispatcher.BeforeTurnAsync(new())).IsContinue);
    }

    [Fact]
    public async Task One_that_comes_again_is_the_same()
    {
        var scene = new Scene(HookExecutionPath.Compiled);
        await scene.Dispatcher.StartAsync();
        var again = new Plugin("again");
        (await scene.Dispatcher.RegisterAsync(again)).Dispose();
        (await scene.Dispatcher.RegisterAsync(again)).Dispose();
        await scene.Dispatcher.RegisterAsync(again);
        Assert.True((await scene.Dispatcher.BeforeTurnAsync(new())).IsContinue);
        await scene.DisposeAsync();

        Assert.Equal(["starts", "runs", "ends"], again.Log);
    }

    [Fact]
    public async Task One_that_comes_twice_at_the_same_time_is_in_force_and_not_disposed()
    {
        var scene = new Scene(HookExecutionPath.Compiled);
        await scene.Dispatcher.StartAsync();
        var go = new TaskCompletionSource();
        var twice = new Plugin("twice") { OnStart = () => go.Task };
        var (first, second) = (scene.Dispatcher.RegisterAsync(twice).AsTask(), scene.Dispatcher.RegisterAsync(twice).AsTask());
        go.SetResult();
        await Assert.ThrowsAsync<ArgumentException>(() => Task.WhenAll(first, second).WaitAsync(Scene.Patience));
        Assert.True((await scene.Dispatcher.BeforeTurnAsync(new())).IsContinue);
        Assert.Equal(["starts", "runs"], twice.Log);
        await scene.DisposeAsync();
        Assert.Equal(["starts", "runs", "ends"], twice.Log);
    }

    [Fact]
    public async Task One_that_starts_the_dispatcher_while_it_starts_is_told_so()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var (outer, inner) = (new Plugin("outer"), new Plugin("inner"));
        inner.OnStart = () => scene.Dispatcher.StartAsync();
        outer.OnStart = async () =>
        {
            var registration = await scene.Dispatcher.RegisterAsync(inner);
            await scene.Dispatcher.StartAsync();
            registration.Dispose();
        };
        await scene.Dispatcher.RegisterAsync(outer);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => scene.Dispatcher.StartAsync().WaitAsync(Scene.Patience));

        Assert.Contains("'outer'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'outer' would wait for itself", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_is_being_initialised_is_disposed_afterwards(bool inTime)
    {
        var scene = new Scene(HookExecutionPath.Compiled);
        var go = new TaskCompletionSource();
        var slow = new Plugin("slow");
        slow.OnStart = async () =>
        {
            await go.Task;
            slow.Log.Add("opens");
        };
        await scene.Dispatcher.RegisterAsync(slow);
        var start = scene.Dispatcher.StartAsync();
        var end = scene.DisposeAsync().AsTask();
        Assert.False(end.IsCompleted);
        if (!inTime)
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(5));
            var error = await Assert.ThrowsAsync<AggregateException>(() => end.WaitAsync(Scene.Patience));
            Assert.Contains("'slow'", Assert.IsType<TimeoutException>(Assert.Single(error.InnerExceptions)).Message, StringComparison.Ordinal);
        }

        go.SetResult();
        if (inTime)
            await end.WaitAsync(Scene.Patience);
        await slow.Ended.WaitAsync(Scene.Patience);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => start.WaitAsync(Scene.Patience));

        Assert.Equal(["starts", "opens", "ends"], slow.Log);
    }

    [Fact]
    public async Task An_answer_that_an_observe_only_point_does_not_allow_is_a_failure()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        await scene.Dispatcher.RegisterAsync(new Plugin("watcher", HookPoint.SessionEnd) { Answer = HookResult.Modified });
        await scene.Dispatcher.StartAsync();
        var verdict = await scene.Dispatcher.FireAsync(HookPoint.SessionEnd, new SessionContext());

        Assert.True(verdict.IsContinue);
        Assert.Contains("answered Modified, which SessionEnd does not allow", Assert.Single(scene.Reports).Exception?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_whose_end_hangs_does_not_keep_the_others_from_theirs()
    {
        var scene = new Scene(HookExecutionPath.Compiled);
        var (fine, stuck) = (new Plugin("fine"), new Plugin("stuck") { OnEnd = new TaskCompletionSource().Task });
        await scene.Dispatcher.RegisterAsync(fine);
        await scene.Dispatcher.RegisterAsync(stuck);
        var end = scene.DisposeAsync().AsTask();
        Assert.False(end.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        var error = await Assert.ThrowsAsync<AggregateException>(() => end.WaitAsync(Scene.Patience));

        Assert.Contains("'stuck'", Assert.Single(error.InnerExceptions).Message, StringComparison.Ordinal);
        Assert.Equal(["ends"], fine.Log);
    }

    [Fact]
    public async Task A_second_disposal_waits_for_what_runs_in_the_background()
    {
        var scene = new Scene(HookExecutionPath.Compiled);
        var go = new TaskCompletionSource();
        scene.Hooks.OnBackground = (_, _) => go.Task;
        await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
        var first = scene.Dispatcher.DisposeAsync().AsTask();
        var second = scene.Dispatcher.DisposeAsync().AsTask();
        Assert.False(second.IsCompleted);
        go.SetResult();
        await Task.WhenAll(first, second).WaitAsync(Scene.Patience);
    }

    [Fact]
    public async Task A_reporter_that_waits_for_the_disposal_does_not_hold_it()
    {
        var clock = new FakeClock();
        var hooks = new Scripted { OnBackground = static (_, _) => new TaskCompletionSource().Task };
        HookDispatcher? dispatcher = null;
        var reports = 0;
        dispatcher = PolicyHooks.CreateDispatcher(hooks, new()
        {
            TimeProvider = clock,
            DrainTimeout = TimeSpan.Zero,
            OnReport = _ =>
            {
                reports++;
                dispatcher!.DisposeAsync().AsTask().Wait(Scene.Patience);
            },
        });
        await dispatcher.AfterToolCallAsync(Scene.Call());
        await dispatcher.AfterToolCallAsync(Scene.Call());
        await dispatcher.DisposeAsync().AsTask().WaitAsync(Scene.Patience);

        Assert.NotEqual(0, reports);
    }

    private sealed class Plugin(string name, HookPoint point = Point) : IHook
    {
        private readonly TaskCompletionSource _ended = new();

        public List<string> Log { get; } = [];

        public Task Ended => _ended.Task;

        public HookResult Answer { get; init; }

        public Task OnEnd { get; init; } = Task.CompletedTask;

        public Action OnPriority { get; set; } = static () => { };

        public Func<Task> OnStart { get; set; } = static () => Task.CompletedTask;

        public bool FailsToEnd { get; init; }

        public string Name => name;

        public IReadOnlyList<HookPoint> Points => [point];

        public int Priority
        {
            get
            {
                OnPriority();
                return 0;
            }
        }

        public async ValueTask InitializeAsync(CancellationToken cancellationToken)
        {
            Log.Add("starts");
            await OnStart();
        }

        public ValueTask<HookResult> InvokeAsync(HookPoint point, HookContext context, CancellationToken cancellationToken)
        {
            Log.Add("runs");
            return new(Answer);
        }

        public ValueTask DisposeAsync()
        {
            Log.Add("ends");
            _ended.TrySetResult();
            return FailsToEnd ? throw new IOException() : new(OnEnd);
        }
    }
}
