using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Verdicts;

/// <summary>At PermissionRequest: Cancel over Ask over Allow over Modified over Continue, in whatever order they come.</summary>
public sealed class PermissionTests
{
    private static readonly HookResult[] Ranked =
        [HookResult.Continue, HookResult.Modified, HookResult.Allow("known"), HookResult.Ask("sure?"), HookResult.Cancel("no")];

    public static TheoryData<Way, int, int> Pairs()
    {
        var data = new TheoryData<Way, int, int>();
        foreach (var way in Enum.GetValues<Way>())
        {
            for (var first = 0; first < Ranked.Length; first++)
            {
                for (var second = 0; second < Ranked.Length; second++)
                    data.Add(way, first, second);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Pairs))]
    public async Task The_stronger_answer_is_the_verdict(Way way, int first, int second)
    {
        var fire = await Scene.At(PointSpec.PermissionRequest, way, "a", "b").Answers("a", Ranked[first]).Answers("b", Ranked[second]).FireAsync();
        Assert.Equal(Ranked[Math.Max(first, second)], fire.Answer());
        Assert.Equal(Math.Max(first, second) < 2 ? null : first >= second ? "a" : "b", fire.DecidedBy);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task Allow_carries_the_changes_and_cannot_silence_a_guard(Way way)
    {
        var fire = await Scene.At(PointSpec.PermissionRequest, way, "a", "b", "c")
            .Answers("a", HookResult.Allow())
            .Does("b", call =>
            {
                ((PermissionContext)call.Context).Arguments["path"] = "safe";
                return new(HookResult.Modified);
            })
            .FireAsync();
        Assert.Equal("a b c", fire.Ran);
        Assert.Equal(HookResultKind.Allow, fire.Answer().Kind);
        Assert.Equal("safe", ((PermissionContext)fire.Context).Arguments["path"]);
    }
}
