using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Verdicts;

/// <summary>Which answers let the chain go on, and what the verdict is then.</summary>
public sealed class ChainTests
{
    [Theory, ClassData(typeof(EveryWay))]
    public async Task Continue_and_Skipped_go_on_and_together_are_Continue(Way way)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b", "c").Answers("a", HookResult.Skipped).Answers("c", HookResult.Skipped).FireAsync();
        Assert.Equal("a b c", fire.Ran);
        Assert.Equal(HookResultKind.Continue, fire.Answer().Kind);
        Assert.Null(fire.DecidedBy);
        Assert.Empty(fire.Reports);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task Modified_goes_on_and_later_hooks_see_the_change(Way way)
    {
        object? seen = null;
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b", "c")
            .Does("a", call =>
            {
                ((ToolCallContext)call.Context).Arguments["path"] = "safe";
                return new(HookResult.Modified);
            })
            .Does("b", call =>
            {
                seen = ((ToolCallContext)call.Context).Arguments["path"];
                return new(HookResult.Skipped);
            })
            .FireAsync();
        Assert.Equal("safe", seen);
        Assert.Equal("a b c", fire.Ran);
        Assert.Equal(HookResult.Modified, fire.Answer());
        Assert.Null(fire.DecidedBy);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task A_void_hook_that_changes_data_leaves_the_verdict_alone(Way way)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, new HookSpec("a") { Shape = Shape.Void }, "b")
            .Does("a", call =>
            {
                ((ToolCallContext)call.Context).Arguments["path"] = "safe";
                return default;
            })
            .FireAsync();
        Assert.Equal(HookResultKind.Continue, fire.Answer().Kind);
        Assert.Equal("safe", ((ToolCallContext)fire.Context).Arguments["path"]);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task Cancel_ends_the_chain(Way way)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b", "c").Answers("b", HookResult.Cancel("no")).FireAsync();
        Assert.Equal("a b", fire.Ran);
        Assert.Equal(HookResult.Cancel("no"), fire.Answer());
        Assert.Equal("b", fire.DecidedBy);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task Cancel_replaces_Modified_and_the_change_stays(Way way)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b")
            .Does("a", call =>
            {
                ((ToolCallContext)call.Context).Arguments["path"] = "safe";
                return new(HookResult.Modified);
            })
            .Answers("b", HookResult.Cancel("no"))
            .FireAsync();
        Assert.Equal(HookResult.Cancel("no"), fire.Answer());
        Assert.Equal("safe", ((ToolCallContext)fire.Context).Arguments["path"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n")]
    public async Task A_blank_Cancel_gets_a_reason_and_is_never_Continue(string? reason)
    {
        foreach (var way in Enum.GetValues<Way>())
        {
            var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b").Answers("a", HookResult.Cancel(reason)).FireAsync();
            Assert.Equal("a", fire.Ran);
            Assert.True(fire.Answer().IsCancel);
            Assert.False(string.IsNullOrWhiteSpace(fire.Verdict.Reason));
        }
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task An_observe_only_point_runs_all_and_answers_Continue(Way way)
    {
        var fire = await Scene.At(PointSpec.SessionStart, way, new HookSpec("a") { Shape = Shape.Void }, new HookSpec("b") { Shape = Shape.Void }).FireAsync();
        Assert.Equal("a b", fire.Ran);
        Assert.Equal(HookResultKind.Continue, fire.Answer().Kind);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task DecidedBy_stays_from_the_fire_that_was_decided(Way way)
    {
        var context = PointSpec.BeforeToolCall.NewContext();
        await Scene.At(PointSpec.BeforeToolCall, way, "a", "b").Answers("b", HookResult.Ask("sure?")).FireAsync(context: context);
        var second = await Scene.At(PointSpec.ToolResultReady, way, "c").Answers("c", HookResult.Modified).FireAsync(context: context);
        Assert.Equal(HookResult.Modified, second.Answer());
        Assert.Equal("b", second.DecidedBy);
    }
}
