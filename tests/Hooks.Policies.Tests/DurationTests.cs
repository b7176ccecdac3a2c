namespace Hooks.Policies.Tests;

/// <summary>A duration for which no timer can wait is refused where it is set, and does not throw in the middle of a fire.</summary>
public sealed class DurationTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1.0);

    private static readonly (string Name, Func<TimeSpan, HookDispatcherOptions> Set)[] Options =
    [
        ("DefaultTimeout", time => new() { DefaultTimeout = time }),
        ("FireTimeout", time => new() { FireTimeout = time }),
        ("WatchdogTimeout", time => new() { WatchdogTimeout = time }),
        ("RetryDelay", time => new() { RetryDelay = time }),
        ("DrainTimeout", time => new() { DrainTimeout = time }),
        ("CircuitBreaker: OpenDuration", time => new() { CircuitBreaker = new() { OpenDuration = time } }),
        ("CircuitBreaker: ProbeTimeout", time => new() { CircuitBreaker = new() { ProbeTimeout = time } }),
        ("CircuitBreaker: SlowCallDuration", time => new() { CircuitBreaker = new() { SlowCallDuration = time } }),
        ("'timed': Timeout", time => new() { Hooks = Of(new() { Timeout = time }) }),
        ("'timed': OpenDuration", time => new() { Hooks = Of(new() { CircuitBreaker = new() { OpenDuration = time } }) }),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Options.Length)];

    [Theory, MemberData(nameof(Numbers))]
    public async Task One_that_is_too_long_is_named_with_its_value(int number)
    {
        var (name, set) = Options[number];
        await using var accepted = PolicyHooks.CreateDispatcher(new Scripted(), set(Longest));
        foreach (var tooLong in new[] { Longest + TimeSpan.FromMilliseconds(1), TimeSpan.MaxValue })
        {
            var error = Assert.Throws<ArgumentException>(() => PolicyHooks.CreateDispatcher(new Scripted(), set(tooLong)));
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
            Assert.Contains($"is {tooLong};", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Numbers))]
    public void One_that_is_negative_is_named_with_its_value(int number)
    {
        var (name, set) = Options[number];
        var error = Assert.Throws<ArgumentException>(() => PolicyHooks.CreateDispatcher(new Scripted(), set(TimeSpan.FromDays(-1))));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains("is -1.00:00:00;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_checked_while_the_agent_runs_too()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var error = Assert.Throws<ArgumentException>(() => scene.Dispatcher.Configure(Scripted.Timed, new() { Timeout = TimeSpan.MaxValue }));

        Assert.Contains("'timed': Timeout", error.Message, StringComparison.Ordinal);
        Assert.Null(scene.Dispatcher.FindHook(Scripted.Timed)!.Settings);
    }

    [Fact]
    public void Settings_that_are_null_are_refused_with_the_hook()
    {
        var error = Assert.Throws<ArgumentException>(() => new HookDispatcher(new NoHooks(), new() { Hooks = new Dictionary<string, HookSettings> { [Scripted.Timed] = null! } }));

        Assert.Contains("'timed'", error.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_wait_between_attempts_grows_no_longer_than_that(HookExecutionPath path)
    {
        var clock = new FakeClock();
        var hooks = new Scripted();
        await using var dispatcher = PolicyHooks.CreateDispatcher(hooks, new() { ExecutionPath = path, TimeProvider = clock, RetryDelay = Longest, DefaultTimeout = Timeout.InfiniteTimeSpan });
        var (attempts, second) = (0, new TaskCompletionSource());
        hooks.OnRetried = _ =>
        {
            if (++attempts == 2)
                second.SetResult();
            return attempts < 3 ? throw new IOException() : default;
        };
        var fire = dispatcher.BeforeModelCallAsync(new());
        clock.Advance(Longest);
        await second.Task;
        Assert.True(SpinWait.SpinUntil(() => clock.ArmedTimers == 1, Scene.Patience));
        clock.Advance(Longest);

        Assert.True((await fire).IsContinue);
    }

    [Fact]
    public async Task The_watchdog_of_a_short_time_looks_again_and_again()
    {
        var clock = new PeriodClock();
        await using var dispatcher = PolicyHooks.CreateDispatcher(new Scripted(), new() { TimeProvider = clock, WatchdogTimeout = TimeSpan.FromMilliseconds(1) });

        // Timers know whole milliseconds only, and a period of none is none.
        Assert.Equal(TimeSpan.FromMilliseconds(1), Assert.Single(clock.Periods));
    }

    private static Dictionary<string, HookSettings> Of(HookSettings settings) => new() { [Scripted.Timed] = settings };

    private sealed class NoHooks() : HookTable([], [])
    {
        protected override IReadOnlyList<HookChain> CreateChains() => [];
    }

    private sealed class PeriodClock : TimeProvider
    {
        public List<TimeSpan> Periods { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Periods.Add(period);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
