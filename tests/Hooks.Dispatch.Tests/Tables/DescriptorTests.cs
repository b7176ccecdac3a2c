using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tables;

/// <summary>The table says of every hook what was declared.</summary>
public sealed class DescriptorTests
{
    [Fact]
    public void Every_setting_is_there()
    {
        var table = HookProgram.FromSource("""
            namespace Acme;
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, Name = "check", Description = "says \"no\"\n", Priority = -7, Tools = "git_*|bash", After = "first", Before = "last", OnFailure = HookFailurePolicy.Continue)]
                public static async ValueTask<HookResult> Check(ToolCallContext call, CancellationToken token) { await Task.Yield(); return default; }

                [Hook(HookPoint.SessionEnd)]
                public static void Ended(HookContext context) { }
            }
            """, SpecSource.Table).CreateTable();
        var check = table.Hooks.Single(hook => hook.Method == "Check");
        Assert.Equal(
            ("check", "says \"no\"\n", -7, "git_*|bash", "first", "last"),
            (check.Name, check.Description, check.Priority, check.Tools, check.After, check.Before));
        Assert.Equal(("Acme.Guards", "Acme.Agent"), (check.DeclaringType, check.Assembly));
        Assert.Equal((HookFailurePolicy.Continue, HookFailurePolicy.Continue), (check.OnFailure, check.FailurePolicy));
        Assert.Equal((true, true, true), (check.GivesVerdict, check.IsAsynchronous, check.TakesCancellationToken));
        Assert.Same(HookPoints.Get(HookPoint.BeforeToolCall), check.Point);

        var ended = table.Hooks.Single(hook => hook.Method == "Ended");
        Assert.Equal("Acme.Guards.Ended", ended.Name);
        Assert.Equal((false, false, false), (ended.GivesVerdict, ended.IsAsynchronous, ended.TakesCancellationToken));
        Assert.Equal((null, 0, null, null, null), (ended.Description, ended.Priority, ended.Tools, ended.After, ended.Before));
        Assert.Equal(["Acme.Agent"], table.Assemblies);
    }

    [Fact]
    public void A_custom_point_is_described_from_its_class()
    {
        var table = HookProgram.Of(new HookSpec("a") { Point = PointSpec.Rollback }, new HookSpec("b") { Point = PointSpec.Deployed, Shape = Shape.Void }).CreateTable();
        var rollback = table.Hooks.Single(hook => hook.Name == "a").Point;
        Assert.Equal((null, "rollback.before", typeof(RollbackContext)), (rollback.Point, rollback.EventName, rollback.ContextType));
        Assert.Equal((HookResultKinds.Approval, HookFailurePolicy.Continue), (rollback.Allowed, rollback.OnFailure));
        Assert.False(table.Hooks.Single(hook => hook.Name == "b").Point.IsBlocking);
    }

    [Fact]
    public void The_hooks_of_one_point_share_its_description()
    {
        var table = HookProgram.Of(Enumerable.Range(0, 450).Select(i => new HookSpec($"m{i}") { Point = PointSpec.Deploy })).CreateTable();
        Assert.Equal(450, table.Hooks.Count);
        Assert.Single(table.Hooks.Select(hook => hook.Point).Distinct());
    }
}
