using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Verdicts;

/// <summary>After an answer that decides, the remaining hooks still run as guards: no hook can silence one behind it.</summary>
public sealed class GuardsBehindTests
{
    public static TheoryData<Way, HookResultKind> Deciding()
    {
        var data = new TheoryData<Way, HookResultKind>();
        foreach (var way in Enum.GetValues<Way>())
        {
            foreach (var kind in new[] { HookResultKind.Ask, HookResultKind.Replace, HookResultKind.Redirect, HookResultKind.Retry, HookResultKind.Fork, HookResultKind.Cache })
                data.Add(way, kind);
        }

        return data;
    }

    [Theory, MemberData(nameof(Deciding))]
    public async Task The_rest_runs_and_its_consent_changes_nothing(Way way, HookResultKind kind)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b", "c", "d")
            .Answers("a", Answer(kind)).Answers("c", HookResult.Skipped).Answers("d", HookResult.Modified)
            .FireAsync();
        Assert.Equal("a b c d", fire.Ran);
        Assert.Equal(Answer(kind), fire.Answer());
        Assert.Equal("a", fire.DecidedBy);
        Assert.Empty(fire.Reports);
    }

    [Theory, MemberData(nameof(Deciding))]
    public async Task A_later_Cancel_replaces_it_and_ends_the_chain(Way way, HookResultKind kind)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b", "c").Answers("a", Answer(kind)).Answers("b", HookResult.Cancel("no")).FireAsync();
        Assert.Equal("a b", fire.Ran);
        Assert.Equal(HookResult.Cancel("no"), fire.Answer());
        Assert.Equal("b", fire.DecidedBy);
    }

    [Theory, MemberData(nameof(Deciding))]
    public async Task A_later_Ask_replaces_it_unless_it_is_an_Ask(Way way, HookResultKind kind)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b", "c").Answers("a", Answer(kind)).Answers("b", HookResult.Ask("really?")).FireAsync();
        Assert.Equal("a b c", fire.Ran);
        if (kind == HookResultKind.Ask)
        {
            Assert.Equal(Answer(kind), fire.Answer());
            Assert.Equal("a", fire.DecidedBy);
            Assert.Equal("b", Assert.Single(fire.Reports).Hook!.Name);
        }
        else
        {
            Assert.Equal(HookResult.Ask("really?"), fire.Answer());
            Assert.Equal("b", fire.DecidedBy);
            Assert.Empty(fire.Reports);
        }
    }

    [Theory, MemberData(nameof(Deciding))]
    public async Task Any_other_later_answer_is_ignored_and_reported(Way way, HookResultKind kind)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b", "c")
            .Answers("a", Answer(kind)).Answers("b", HookResult.Replace("late")).Answers("c", HookResult.Redirect("late"))
            .FireAsync();
        Assert.Equal(Answer(kind), fire.Answer());
        Assert.Equal("a", fire.DecidedBy);
        Assert.Equal(["b", "c"], fire.Reports.Select(report => report.Hook!.Name));
        Assert.All(fire.Reports, report => Assert.Equal(HookReportKind.ResultIgnored, report.Kind));
        Assert.Equal(HookResult.Replace("late"), fire.Reports[0].Result);
        Assert.Null(fire.Reports[0].Exception);
    }

    [Theory, ClassData(typeof(AsyncWays))]
    public async Task The_rule_holds_across_suspensions(Way way)
    {
        var gate = new TaskCompletionSource();
        var scene = Scene.At(PointSpec.BeforeToolCall, way, new HookSpec("a") { Shape = Shape.ValueTaskOfResult }, new HookSpec("b") { Shape = Shape.TaskOfResult }, "c")
            .Answers("a", HookResult.Replace(1))
            .Does("b", async _ =>
            {
                await gate.Task;
                return HookResult.Redirect("elsewhere");
            })
            .Answers("c", HookResult.Ask("c asks"));
        var pending = scene.FireAsync();
        Assert.False(pending.IsCompleted);
        gate.SetResult();
        var fire = await pending;
        Assert.Equal(HookResult.Ask("c asks"), fire.Answer());
        Assert.Equal("c", fire.DecidedBy);
        Assert.Equal("b", Assert.Single(fire.Reports).Hook!.Name);
    }

    private static HookResult Answer(HookResultKind kind) => kind switch
    {
        HookResultKind.Ask => HookResult.Ask("sure?"),
        HookResultKind.Replace => HookResult.Replace("value"),
        HookResultKind.Redirect => HookResult.Redirect("tool"),
        HookResultKind.Retry => HookResult.Retry("again"),
        HookResultKind.Fork => HookResult.Fork([new("left"), new("right")]),
        _ => HookResult.Cache(TimeSpan.FromSeconds(1)),
    };
}
