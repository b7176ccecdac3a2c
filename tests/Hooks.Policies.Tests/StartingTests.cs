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

    private sealed class Plugin(string name) : IHook
    {
        public List<string> Log { get; } = [];

        public Action OnPriority { get; set; } = static () => { };

        public Func<Task> OnStart { get; set; } = static () => Task.CompletedTask;

        public bool FailsToEnd { get; init; }

        public string Name => name;

        public IReadOnlyList<HookPoint> Points => [Point];

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
            return default;
        }

        public ValueTask DisposeAsync()
        {
            Log.Add("ends");
            return FailsToEnd ? throw new IOException() : default;
        }
    }
}
