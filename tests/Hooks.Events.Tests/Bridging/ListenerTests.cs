namespace Hooks.Events.Tests.Bridging;

/// <summary>What Hooks.Runtime promises its listeners, and the agent about them.</summary>
public sealed class ListenerTests
{
    [Fact]
    public async Task Listeners_are_asked_once_before_the_hooks_and_told_after_them_in_the_order_in_which_they_were_added()
    {
        var log = new List<string>();
        var dispatcher = new HookDispatcher(new NoHooks());
        dispatcher.Register(HookPoint.BeforeTurn, async (TurnContext context, CancellationToken _) =>
        {
            await Task.Yield();
            log.Add("hook");
            return HookResult.Cancel("no");
        });
        var (first, second) = (new Listener("first", log), new Listener("second", log));
        dispatcher.AddListener(first);
        dispatcher.AddListener(second);
        Assert.True((await dispatcher.BeforeTurnAsync(new())).IsCancel);
        Assert.Equal(["first?", "second?", "hook", "first: BeforeTurn Cancel", "second: BeforeTurn Cancel"], log);

        log.Clear();
        Assert.True(dispatcher.RemoveListener(first));
        Assert.False(dispatcher.RemoveListener(first));
        dispatcher.SessionStart(new());
        Assert.Equal(["second?", "second: SessionStart Continue"], log);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_listener_that_throws_changes_nothing_and_is_reported(bool throwsWhenAsked)
    {
        var log = new List<string>();
        var reports = new List<HookReport>();
        var dispatcher = new HookDispatcher(new NoHooks(), new() { OnReport = reports.Add });
        dispatcher.Register(HookPoint.BeforeTurn, (TurnContext _) => HookResult.Cancel("no"));
        dispatcher.AddListener(new Listener("broken", log) { ThrowsWhenAsked = throwsWhenAsked, ThrowsWhenTold = true });
        dispatcher.AddListener(new Listener("well", log) { Suspends = true });
        Assert.True((await dispatcher.BeforeTurnAsync(new())).IsCancel);
        Assert.True(dispatcher.BeforeTurn(new()).IsCancel);
        Assert.Equal(2, log.Count(line => line == "well: BeforeTurn Cancel"));
        Assert.Equal(2, reports.Count);
        Assert.All(reports, report => Assert.Equal((HookReportKind.ListenerFailed, "BeforeTurn", typeof(InvalidOperationException)), (report.Kind, report.Point.Name, report.Exception?.GetType())));
    }

    [Fact]
    public async Task A_fire_that_ends_in_an_exception_and_one_after_disposal_are_not_told()
    {
        var log = new List<string>();
        var dispatcher = new HookDispatcher(new NoHooks());
        dispatcher.Register(HookPoint.BeforeTurn, (TurnContext _) => throw new InvalidOperationException(), new() { OnFailure = HookFailurePolicy.Throw });
        dispatcher.AddListener(new Listener("l", log));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await dispatcher.BeforeTurnAsync(new()));
        await dispatcher.DisposeAsync();
        Assert.True((await dispatcher.BeforeTurnAsync(new())).IsCancel);
        Assert.Equal(["l?"], log);
        Assert.True(dispatcher.RemoveListener(new Listener("x", log)) is false);
    }

    [Fact]
    public void Listeners_are_refused_where_nothing_may_change()
    {
        var listener = new Listener("l", []);
        Assert.Throws<InvalidOperationException>(() => HookDispatcher.None.AddListener(listener));
        var dispatcher = new HookDispatcher(new NoHooks());
        dispatcher.AddListener(listener);
        Assert.Throws<ArgumentException>(() => dispatcher.AddListener(listener));
        dispatcher.Seal();
        Assert.Throws<InvalidOperationException>(() => dispatcher.AddListener(new Listener("other", [])));
    }

    [Fact]
    public async Task Hooks_registered_while_someone_listens_run_and_are_listened_to()
    {
        var log = new List<string>();
        var dispatcher = new HookDispatcher(new NoHooks());
        dispatcher.AddListener(new Listener("l", log));
        var registration = dispatcher.Register(HookPoint.BeforeTurn, (TurnContext _) => HookResult.Cancel("no"));
        Assert.True(dispatcher.HasHooks(HookPoint.BeforeTurn) && dispatcher.IsSynchronous(HookPoint.BeforeTurn));
        Assert.True((await dispatcher.FireAsync(HookPoint.BeforeTurn, new TurnContext())).IsCancel);
        registration.Dispose();
        Assert.False(dispatcher.HasHooks(HookPoint.BeforeTurn));
        Assert.True((await dispatcher.BeforeTurnAsync(new())).IsContinue);
        Assert.Equal(["l?", "l: BeforeTurn Cancel", "l?", "l: BeforeTurn Continue"], log);
    }

    private sealed class Listener(string name, List<string> log) : IHookListener
    {
        public bool ThrowsWhenAsked { get; init; }

        public bool ThrowsWhenTold { get; init; }

        public bool Suspends { get; init; }

        public bool IsListening(HookPointInfo point)
        {
            log.Add($"{name}?");
            return ThrowsWhenAsked ? throw new InvalidOperationException() : true;
        }

        public async ValueTask OnFiredAsync(HookPointInfo point, HookContext context, HookResult verdict)
        {
            if (Suspends)
                await Task.Yield();
            log.Add($"{name}: {point.Name} {verdict.Kind}");
            if (ThrowsWhenTold)
                throw new InvalidOperationException();
        }
    }
}
