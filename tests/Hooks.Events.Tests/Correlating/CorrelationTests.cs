namespace Hooks.Events.Tests.Correlating;

public sealed class CorrelationTests
{
    [Fact]
    public void A_timeline_tells_what_brought_about_what()
    {
        var root = Event("a", 0);
        var left = Event("b", 2, root);
        var right = Event("c", 1, root);
        var leaf = Event("d", 3, left);
        var stray = Event("e", 4, new HookEvent("unknown"));
        var timeline = new EventTimeline([leaf, root, left, root, stray, right]);

        Assert.Equal(["a", "c", "b", "d", "e"], timeline.Events.Select(e => e.Type));
        Assert.Equal([root, stray], timeline.Roots);
        Assert.Equal([right, leaf, stray], timeline.Leaves);
        Assert.Equal([right, left], timeline.EffectsOf(root));
        Assert.Equal([root, left, leaf], timeline.ChainTo(leaf));
        Assert.Same(left, timeline.CauseOf(leaf));
        Assert.Equal(TimeSpan.FromSeconds(4), timeline.Duration);
        Assert.Equal(TimeSpan.Zero, new EventTimeline([]).Duration);
    }

    [Fact]
    public void Causes_that_go_round_come_to_an_end()
    {
        var one = new HookEvent("one") { Id = "1", CausationId = "2" };
        var two = new HookEvent("two") { Id = "2", CausationId = "1" };
        var self = new HookEvent("self") { Id = "3", CausationId = "3" };
        var timeline = new EventTimeline([one, two, self]);
        Assert.Equal([two, one], timeline.ChainTo(one));
        Assert.Equal([self], timeline.ChainTo(self));
        Assert.Equal([self], timeline.Roots);
    }

    [Fact]
    public async Task A_tracker_that_forgets_nothing_for_its_age_keeps_its_other_bounds()
    {
        await using var scene = new Scene();
        await using var tracker = new EventTracker(scene.Bus, new() { MaxCorrelations = 2, MaxIdle = TimeSpan.MaxValue });
        foreach (var id in new[] { "x", "y", "z" })
            scene.Publisher.Publish(new HookEvent("n") { CorrelationId = id });
        Assert.Equal(["z", "y"], tracker.Correlations);
    }

    [Fact]
    public async Task A_tracker_remembers_recent_correlations_within_its_bounds()
    {
        await using var scene = new Scene();
        await using var tracker = new EventTracker(scene.Bus, new() { MaxCorrelations = 2, MaxEvents = 3, MaxIdle = TimeSpan.FromMinutes(10), Pattern = "n.*" });
        foreach (var (correlation, type) in new[] { ("x", "n.1"), ("y", "n.2"), ("x", "n.3"), ("x", "other"), (null, "n.4"), ("z", "n.5"), ("x", "n.6"), ("x", "n.7") })
            scene.Publisher.Publish(new HookEvent(type) { CorrelationId = correlation });

        Assert.Equal(["x", "z"], tracker.Correlations);
        Assert.Equal(["n.3", "n.6", "n.7"], tracker.GetTimeline("x").Events.Select(e => e.Type));
        Assert.Empty(tracker.GetTimeline("y").Events);
        Assert.Equal(2, tracker.Forgotten);
        scene.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(tracker.Correlations);
        Assert.Equal(6, tracker.Forgotten);
        Assert.Throws<ArgumentException>(() => new EventTracker(scene.Bus, new() { MaxEvents = 0 }));
    }

    private static HookEvent Event(string type, int second, HookEvent? cause = null) => new(type)
    {
        Time = DateTimeOffset.UnixEpoch.AddSeconds(second),
        CausationId = cause?.Id,
        CorrelationId = "c",
    };
}
