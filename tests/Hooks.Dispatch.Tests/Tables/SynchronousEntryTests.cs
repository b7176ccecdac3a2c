using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tables;

/// <summary>A synchronous entry refuses a point with an asynchronous hook, before any hook runs.</summary>
public sealed class SynchronousEntryTests
{
    [Theory]
    [InlineData(HookExecutionPath.Compiled, Shape.Task)]
    [InlineData(HookExecutionPath.Compiled, Shape.ValueTask)]
    [InlineData(HookExecutionPath.Compiled, Shape.TaskOfResult)]
    [InlineData(HookExecutionPath.Compiled, Shape.ValueTaskOfResult)]
    [InlineData(HookExecutionPath.General, Shape.Task)]
    [InlineData(HookExecutionPath.General, Shape.ValueTask)]
    [InlineData(HookExecutionPath.General, Shape.TaskOfResult)]
    [InlineData(HookExecutionPath.General, Shape.ValueTaskOfResult)]
    public async Task An_asynchronous_hook_is_named_and_nothing_runs(HookExecutionPath path, Shape shape)
    {
        await using var dispatcher = HookProgram.Of("a", new HookSpec("slow") { Shape = shape }, "z").CreateDispatcher(path);
        var context = PointSpec.BeforeToolCall.NewContext();
        var script = new HookScript();
        script.PutInto(context);
        var error = Assert.Throws<InvalidOperationException>(() => dispatcher.BeforeToolCall((ToolCallContext)context));
        Assert.Contains("'slow'", error.Message, StringComparison.Ordinal);
        Assert.Empty(script.Calls);
        Assert.False(dispatcher.IsSynchronous(HookPoint.BeforeToolCall));
        Assert.True(dispatcher.IsSynchronous(HookPoint.AfterToolCall));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task An_observe_only_point_with_an_asynchronous_hook_refuses_too(HookExecutionPath path)
    {
        await using var dispatcher = HookProgram.Of(new HookSpec("slow") { Point = PointSpec.SessionStart, Shape = Shape.Task }).CreateDispatcher(path);
        Assert.Throws<InvalidOperationException>(() => dispatcher.SessionStart(new()));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Synchronous_hooks_are_known_as_such(HookExecutionPath path)
    {
        await using var dispatcher = HookProgram.Of("a", new HookSpec("b") { Shape = Shape.Void }).CreateDispatcher(path);
        Assert.True(dispatcher.IsSynchronous(HookPoint.BeforeToolCall));
        Assert.True(dispatcher.HasHooks(HookPoint.BeforeToolCall));
        Assert.True(dispatcher.ShouldFire(HookPoint.BeforeToolCall));
        Assert.False(dispatcher.HasHooks(HookPoint.AfterToolCall));
        Assert.False(dispatcher.ShouldFire(HookPoint.AfterToolCall));
    }
}
