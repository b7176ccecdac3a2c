using System.Reflection;

namespace Hooks.Runtime.Tests.Points;

public class HookPointsTests
{
    public static TheoryData<HookPoint> Points => [.. Enum.GetValues<HookPoint>()];

    [Theory]
    [MemberData(nameof(Points))]
    public void The_lookup_says_what_the_attribute_says(HookPoint point)
    {
        var attribute = typeof(HookPoint).GetField(point.ToString())!.GetCustomAttribute<HookPointAttribute>()!;
        var info = HookPoints.Get(point);

        Assert.Equal(point, info.Point);
        Assert.Equal(point.ToString(), info.Name);
        Assert.Equal(attribute.EventName, info.EventName);
        Assert.Equal(attribute.Context, info.ContextType);
        Assert.Equal(attribute.Blocking, info.IsBlocking);
        Assert.Equal(attribute.Allowed, info.Allowed);
        Assert.Equal(attribute.Blocking && attribute.OnFailure != HookFailurePolicy.Continue, info.OnFailure == HookFailurePolicy.Block);
        Assert.Equal(attribute.Blocking, HookPoints.IsBlocking(point));
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void An_observe_only_point_gives_neither_results_nor_a_failure_policy(HookPoint point)
    {
        var attribute = typeof(HookPoint).GetField(point.ToString())!.GetCustomAttribute<HookPointAttribute>()!;

        Assert.Equal(attribute.Blocking, attribute.Allowed != HookResultKinds.None);
        Assert.True(attribute.Blocking || attribute.OnFailure == HookFailurePolicy.Default);
    }

    [Fact]
    public void Numbers_are_contiguous_from_one()
    {
        Assert.Equal(Enumerable.Range(1, HookPoints.Count - 1), Enum.GetValues<HookPoint>().Select(point => (int)point));
        Assert.Equal(Enum.GetValues<HookPoint>(), HookPoints.All.Select(info => info.Point.GetValueOrDefault()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(HookPoints.Count)]
    [InlineData(int.MinValue)]
    public void A_point_that_does_not_exist_is_refused_with_its_number(int number)
    {
        var point = (HookPoint)number;

        Assert.Contains($"{number}", Assert.Throws<ArgumentOutOfRangeException>("point", () => HookPoints.Get(point)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("point", () => HookPoints.GetAliases(point, HookSystem.Hawk));
        Assert.False(HookPoints.TryGet(point, out _));
        Assert.False(HookPoints.IsBlocking(point));
    }

    [Fact]
    public void The_lists_cannot_be_changed()
    {
        Assert.Throws<NotSupportedException>(() => ((IList<HookPointInfo>)HookPoints.All)[0] = HookPoints.All[1]);
        Assert.Throws<NotSupportedException>(() => ((IList<string>)HookPoints.GetAliases(HookPoint.SessionStart, HookSystem.Hawk))[0] = "");
    }
}
