namespace Hooks.Dispatch.Tests.Tables;

/// <summary>A custom point without hooks, fired by a host that says itself what the point's class declares.</summary>
public class DeclaredPointTests
{
    private static readonly HookPointInfo Point = new(null, "declared.point", "declared.point", typeof(DeclaredContext), HookResultKinds.Approval, HookFailurePolicy.Block);

    [Fact]
    public async Task Its_listeners_are_told_what_those_of_other_fires_are_told()
    {
        var listener = new Listener();
        await using var dispatcher = new HookDispatcher(new NoHooks());
        dispatcher.AddListener(listener);

        await dispatcher.FireAsync(new DeclaredContext(), Point, CancellationToken.None);
        await dispatcher.FireAsync(new DeclaredContext());

        Assert.Equal([("declared.point", true), ("declared.point", true)], listener.Told);
    }

    [Fact]
    public async Task It_does_nothing_where_nobody_hooks_or_listens()
    {
        await using var dispatcher = new HookDispatcher(new NoHooks());

        Assert.True((await dispatcher.FireAsync(new DeclaredContext(), Point, CancellationToken.None)).IsContinue);
    }

    [Fact]
    public async Task After_disposal_a_blocking_one_refuses()
    {
        var dispatcher = new HookDispatcher(new NoHooks());
        await dispatcher.DisposeAsync();
        var observing = new HookPointInfo(null, "observing", "observing", typeof(DeclaredContext), HookResultKinds.None, HookFailurePolicy.Block);

        Assert.Equal(HookResultKind.Cancel, (await dispatcher.FireAsync(new DeclaredContext(), Point, CancellationToken.None)).Kind);
        Assert.True((await dispatcher.FireAsync(new DeclaredContext(), observing, CancellationToken.None)).IsContinue);
    }

    [HookPoint("declared.point", Blocking = true)]
    private sealed class DeclaredContext : CustomHookContext;

    private sealed class NoHooks() : HookTable([], [])
    {
        protected internal override IReadOnlyList<HookChain> CreateChains() => [];
    }

    private sealed class Listener : IHookListener
    {
        public List<(string, bool)> Told { get; } = [];

        public bool IsListening(HookPointInfo point) => true;

        public ValueTask OnFiredAsync(HookPointInfo point, HookContext context, HookResult verdict)
        {
            Told.Add((point.EventName, point.IsBlocking));
            return default;
        }
    }
}
