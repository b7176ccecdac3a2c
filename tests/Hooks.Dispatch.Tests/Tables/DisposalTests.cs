using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tables;

/// <summary>What the table made is disposed with the dispatcher, what was handed in is not; afterwards fires are refused.</summary>
public sealed class DisposalTests
{
    private static readonly HookProgram Program = HookProgram.FromSource("""
        namespace Acme;
        public abstract class Log { public static readonly AsyncLocal<List<string>> Lines = new(); }
        public sealed class A : IDisposable
        {
            [Hook(HookPoint.BeforeToolCall)] public void Run(ToolCallContext call) { }
            public void Dispose() => Log.Lines.Value!.Add("A");
        }
        public sealed class B : IAsyncDisposable, IDisposable
        {
            [Hook(HookPoint.BeforeToolCall)] public void Run(ToolCallContext call) { }
            public async ValueTask DisposeAsync() { await Task.Yield(); Log.Lines.Value!.Add("B async"); }
            public void Dispose() => Log.Lines.Value!.Add("B");
        }
        public sealed class C : IDisposable
        {
            [Hook(HookPoint.AfterToolCall)] public void Run(ToolCallContext call) { }
            public void Dispose() { Log.Lines.Value!.Add("C"); throw new InvalidOperationException("C cannot"); }
        }
        public sealed class D
        {
            [Hook(HookPoint.AfterToolCall)] public void Run(ToolCallContext call) { }
        }
        """, SpecSource.Table);

    private readonly List<string> _disposed = [];

    public DisposalTests() => ((AsyncLocal<List<string>>)Program.Type("Acme.Log").GetField("Lines")!.GetValue(null)!).Value = _disposed;

    [Fact]
    public async Task What_the_table_made_is_disposed_all_of_it_and_once()
    {
        var dispatcher = Program.CreateDispatcher(HookExecutionPath.Compiled);
        var error = await Assert.ThrowsAsync<AggregateException>(dispatcher.DisposeAsync().AsTask);
        Assert.Equal("C cannot", Assert.Single(error.InnerExceptions).Message);
        Assert.Equal(["A", "B async", "C"], _disposed.Order());
        await dispatcher.DisposeAsync();
        Assert.Equal(3, _disposed.Count);
    }

    [Fact]
    public async Task What_was_handed_in_is_left_alone()
    {
        var objects = new[] { "A", "B", "C", "D" }.Select(name => Program.CreateObject("Acme." + name)).ToArray();
        await Program.CreateDispatcher(HookExecutionPath.Compiled, null, objects).DisposeAsync();
        Assert.Empty(_disposed);

        var services = new Services { { Program.Type("Acme.A"), objects[0] }, { Program.Type("Acme.C"), objects[2] } };
        await Program.CreateDispatcher(services).DisposeAsync();
        Assert.Equal(["B async"], _disposed);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Afterwards_blocking_points_deny_and_observe_only_points_do_nothing(HookExecutionPath path)
    {
        var dispatcher = HookProgram.Of("a", new HookSpec("b") { Point = PointSpec.AfterToolCall, Shape = Shape.Void }, new HookSpec("c") { Point = PointSpec.Deploy }, new HookSpec("d") { Point = PointSpec.Deployed, Shape = Shape.Void })
            .CreateDispatcher(path);
        await dispatcher.DisposeAsync();
        foreach (var point in PointSpec.All)
        {
            var context = point.NewContext();
            var script = new HookScript();
            script.PutInto(context);
            Assert.Equal((point, point.IsBlocking), (point, (await dispatcher.FireAsync(point, context, default)).IsCancel));
            Assert.Equal((point, point.IsBlocking), (point, (await dispatcher.FireUntypedAsync(point, context, default)).IsCancel));
            if (point.HasSyncEntry())
                Assert.Equal((point, point.IsBlocking), (point, dispatcher.Fire(point, context, default).IsCancel));
            if (point.Point is { } builtIn)
                Assert.Equal((point, point.IsBlocking || dispatcher.HasHooks(builtIn)), (point, dispatcher.ShouldFire(builtIn)));
            Assert.Empty(script.Calls);
        }

        Assert.True((await dispatcher.FireAsync(new UnhookedContext())).IsCancel);
        Assert.Throws<ObjectDisposedException>(() => dispatcher.Add(HookProgram.Of("z").CreateTable()));
    }

    [Fact]
    public async Task An_observe_only_custom_point_without_hooks_does_nothing_afterwards()
    {
        var dispatcher = HookProgram.Of("a").CreateDispatcher(HookExecutionPath.Compiled);
        await dispatcher.DisposeAsync();
        Assert.True((await dispatcher.FireAsync(new UnhookedObservedContext())).IsContinue);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_fire_refused_after_disposal_was_decided_by_no_hook(HookExecutionPath path)
    {
        var dispatcher = HookProgram.Of("a").CreateDispatcher(path);
        var context = PointSpec.BeforeToolCall.NewContext();
        var script = new HookScript();
        script.Does("a", _ => new(HookResult.Cancel("no")));
        script.PutInto(context);
        await dispatcher.FireAsync(PointSpec.BeforeToolCall, context, default);
        Assert.Equal("a", context.DecidedBy?.Name);
        await dispatcher.DisposeAsync();
        Assert.True((await dispatcher.FireAsync(PointSpec.BeforeToolCall, context, default)).IsCancel);
        Assert.Null(context.DecidedBy);
    }

    [Fact]
    public async Task None_ignores_disposal_and_takes_no_tables()
    {
        await HookDispatcher.None.DisposeAsync();
        var context = PointSpec.BeforeToolCall.NewContext();
        Assert.True((await HookDispatcher.None.FireAsync(PointSpec.BeforeToolCall, context, default)).IsContinue);
        Assert.True(HookDispatcher.None.Fire(PointSpec.BeforeToolCall, context, default).IsContinue);
        Assert.True((await HookDispatcher.None.FireAsync(new DeployContext())).IsContinue);
        Assert.False(HookDispatcher.None.HasHooks(HookPoint.BeforeToolCall));
        Assert.False(HookDispatcher.None.ShouldFire(HookPoint.BeforeToolCall));
        Assert.True(HookDispatcher.None.IsSynchronous(HookPoint.BeforeToolCall));
        Assert.Throws<InvalidOperationException>(() => HookDispatcher.None.Add(HookProgram.Of("z").CreateTable()));
    }
}
