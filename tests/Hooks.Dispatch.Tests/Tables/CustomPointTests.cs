using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tables;

/// <summary>Points that a program declares for itself.</summary>
public sealed class CustomPointTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task Each_class_of_contexts_has_its_own_chain(HookExecutionPath path)
    {
        await using var dispatcher = HookProgram.Of(
            new HookSpec("a") { Point = PointSpec.Deploy }, new HookSpec("b") { Point = PointSpec.Rollback }, new HookSpec("c") { Point = PointSpec.Deployed, Shape = Shape.Task })
            .CreateDispatcher(path);
        foreach (var (point, hook) in new[] { (PointSpec.Deploy, "a"), (PointSpec.Rollback, "b"), (PointSpec.Deployed, "c") })
        {
            var context = point.NewContext();
            var script = new HookScript();
            script.Does("a", _ => new(HookResult.Redirect("production")));
            script.PutInto(context);
            var verdict = await dispatcher.FireAsync(point, context, default);
            Assert.Equal([hook], script.Ran);
            Assert.Equal(hook == "a" ? HookResult.Redirect("production") : default, verdict);
        }

        Assert.True(dispatcher.HasHooks<DeployContext>());
        Assert.True(dispatcher.HasHooks<DeployedContext>());
        Assert.False(dispatcher.HasHooks<UnhookedContext>());
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_point_without_hooks_continues(HookExecutionPath path)
    {
        await using var dispatcher = HookProgram.Of(new HookSpec("a") { Point = PointSpec.Deploy }).CreateDispatcher(path);
        Assert.True((await dispatcher.FireAsync(new UnhookedContext())).IsContinue);
        Assert.True((await dispatcher.FireAsync(new RollbackContext())).IsContinue);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_context_that_is_known_by_its_base_finds_its_own_point(HookExecutionPath path)
    {
        await using var dispatcher = HookProgram.Of(new HookSpec("a") { Point = PointSpec.Deploy }, new HookSpec("b") { Point = PointSpec.Rollback }).CreateDispatcher(path);
        CustomHookContext context = new RollbackContext();
        var script = new HookScript();
        script.PutInto(context);
        await dispatcher.FireAsync(context);
        Assert.Equal(["b"], script.Ran);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_matcher_works_where_the_context_has_a_tool(HookExecutionPath path)
    {
        await using var dispatcher = HookProgram.Of(new HookSpec("a") { Point = PointSpec.Deployed, Shape = Shape.Void, Tools = "deploy*" }).CreateDispatcher(path);
        foreach (var tool in new[] { "Deploy_all", "other" })
        {
            var context = new DeployedContext { ToolName = tool };
            var script = new HookScript();
            script.PutInto(context);
            await dispatcher.FireAsync(context);
            Assert.Equal(tool == "other" ? 0 : 1, script.Calls.Count);
        }
    }
}
