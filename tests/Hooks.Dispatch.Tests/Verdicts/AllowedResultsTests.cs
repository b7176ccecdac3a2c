using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Verdicts;

/// <summary>An answer that the point does not allow is a failure of the hook that gave it.</summary>
public sealed class AllowedResultsTests
{
    public static TheoryData<Way, string> Points()
    {
        var data = new TheoryData<Way, string>();
        foreach (var point in PointSpec.All.Where(point => point.IsBlocking))
        {
            foreach (var way in Enum.GetValues<Way>().Where(way => !way.IsSync() || point.HasSyncEntry()))
                data.Add(way, point.ToString());
        }

        return data;
    }

    [Theory, MemberData(nameof(Points))]
    public async Task Every_kind_is_taken_where_it_is_allowed_and_fails_elsewhere(Way way, string name)
    {
        var point = PointSpec.All.Single(point => point.ToString() == name);
        HookResult[] kinds =
        [
            HookResult.Continue, HookResult.Skipped, HookResult.Modified, HookResult.Cancel("no"), HookResult.Ask(), HookResult.Replace(1), HookResult.Redirect("x"),
            HookResult.Retry(), HookResult.Fork([new("x")]), HookResult.Cache(TimeSpan.FromSeconds(1)), HookResult.Allow(),
        ];
        foreach (var answer in kinds)
        {
            var fire = await Scene.At(point, way, "a", "b").Answers("a", answer).FireAsync();
            if (((int)point.Allowed >> (int)answer.Kind & 1) != 0)
            {
                Assert.Equal(answer.Kind == HookResultKind.Skipped ? HookResult.Continue : answer, fire.Answer());
                Assert.Empty(fire.Reports);
                continue;
            }

            var report = Assert.Single(fire.Reports);
            Assert.Equal((HookReportKind.Failed, "a"), (report.Kind, report.Hook!.Name));
            Assert.Contains(answer.Kind.ToString(), Assert.IsType<InvalidOperationException>(report.Exception).Message, StringComparison.Ordinal);
            Assert.Equal(point.FailureGoesOn ? "a b" : "a", fire.Ran);
            Assert.Equal(point.FailureGoesOn ? HookResultKind.Continue : HookResultKind.Cancel, fire.Answer().Kind);
        }
    }

    [Fact]
    public void The_points_of_these_tests_have_the_sets_of_DESIGN()
    {
        foreach (var point in PointSpec.All.Where(point => point.Point is not null))
        {
            var info = HookPoints.Get(point.Point!.Value);
            Assert.Equal(point.Allowed, info.Allowed);
            Assert.Equal(point.ContextType, info.ContextType);
        }
    }
}
