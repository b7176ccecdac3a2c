using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Ordering;

/// <summary>Lower priority first; ties by After and Before, then type, method and parameter types, ordinally; never by file.</summary>
public sealed class OrderTests
{
    [Theory, ClassData(typeof(EveryWay))]
    public Task Lower_priority_runs_first(Way way) => RunsAs(
        way,
        "highest high before zero after low lowest",
        new HookSpec("lowest") { Priority = HookPriority.Lowest },
        new HookSpec("after") { Priority = 1 },
        new HookSpec("zero"),
        new HookSpec("low") { Priority = HookPriority.Low },
        new HookSpec("highest") { Priority = HookPriority.Highest },
        new HookSpec("before") { Priority = -1 },
        new HookSpec("high") { Priority = HookPriority.High });

    [Theory, ClassData(typeof(EveryWay))]
    public Task Ties_go_by_type_then_method_ordinally(Way way) => RunsAs(
        way,
        "BX.z aX.Z aX.a bX._ bX.a",
        Named("bX", "a"), Named("bX", "_"), Named("aX", "a"), Named("aX", "Z"), Named("BX", "z"));

    [Theory, ClassData(typeof(EveryWay))]
    public Task Ties_of_one_name_go_by_parameter_types(Way way) => RunsAs(
        way,
        "short long",
        new HookSpec("Check") { Name = "long", TakesToken = true },
        new HookSpec("Check") { Name = "short" });

    [Theory, ClassData(typeof(EveryWay))]
    public Task After_and_Before_order_ties(Way way) => RunsAs(
        way,
        "c b d a",
        new HookSpec("a") { After = ["b", "d"] },
        new HookSpec("b") { After = ["c"] },
        "c",
        new HookSpec("d") { Before = ["a"] });

    [Theory, ClassData(typeof(EveryWay))]
    public Task After_and_Before_reach_default_names_of_other_types(Way way) => RunsAs(
        way,
        "Acme.Zed.last Acme.Guards.a",
        new HookSpec("a") { Name = null, After = ["Acme.Zed.last"] },
        new HookSpec("last") { Name = null, Type = "Acme.Zed" });

    [Theory, ClassData(typeof(EveryWay))]
    public Task Unknown_names_in_After_and_Before_order_nothing(Way way) => RunsAs(
        way, "a b", new HookSpec("a") { After = ["nobody"] }, new HookSpec("b") { Before = ["somebody", "else"] });

    [Fact]
    public void The_table_does_not_depend_on_the_order_of_files()
    {
        HookSpec[] hooks =
        [
            Named("A", "x"), Named("B", "x"), Named("C", "y"), new HookSpec("z") { Type = "Acme.D", Name = "D.z", Before = ["A.x"] },
            new HookSpec("w") { Type = "Acme.E", Name = "E.w", Point = PointSpec.PermissionRequest }, new HookSpec("v") { Type = "Acme.F", Name = "F.v", Point = PointSpec.Deploy },
        ];
        var expected = HookProgram.Of(hooks).CreateTable().ToJson();
        foreach (var turn in Enumerable.Range(1, hooks.Length - 1))
            Assert.Equal(expected, HookProgram.Of([.. hooks[turn..], .. hooks[..turn]]).CreateTable().ToJson());
        Assert.Equal(expected, HookProgram.Of(hooks.Reverse()).CreateTable().ToJson());
    }

    [Fact]
    public void The_table_lists_points_by_number_and_custom_ones_last()
    {
        var table = HookProgram.Of(
            new HookSpec("c") { Point = PointSpec.Deploy }, new HookSpec("d") { Point = PointSpec.SessionStart, Shape = Shape.Void },
            new HookSpec("b") { Point = PointSpec.PermissionRequest }, "a").CreateTable();
        Assert.Equal(["d", "a", "b", "c"], table.Hooks.Select(hook => hook.Name));
    }

    private static HookSpec Named(string type, string method) => new(method) { Type = "Acme." + type, Name = $"{type}.{method}" };

    /// <summary>The order of the run, and the same order in the table.</summary>
    private static async Task RunsAs(Way way, string expected, params HookSpec[] hooks)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, hooks).FireAsync();
        Assert.True(fire.Answer().IsContinue);
        Assert.Equal(expected, fire.Ran);
        Assert.Equal(expected, string.Join(" ", HookProgram.Of(hooks).CreateTable().Hooks.Select(hook => hook.Name)));
    }
}
