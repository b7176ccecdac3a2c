using System.Diagnostics;

namespace Hooks.Policies.Tests.Telemetry;

/// <summary>What a listener throws is neither the hook's failure nor the fire's: no verdict is lost for it.</summary>
[Collection(nameof(Listening))]
public sealed class BrokenListenerTests
{
    [Theory]
    [InlineData(HookExecutionPath.Compiled, "hook.fire", true)]
    [InlineData(HookExecutionPath.Compiled, "hook.fire", false)]
    [InlineData(HookExecutionPath.Compiled, "hook after-timed", true)]
    [InlineData(HookExecutionPath.Compiled, "hook after-timed", false)]
    [InlineData(HookExecutionPath.General, "hook.fire", true)]
    [InlineData(HookExecutionPath.General, "hook.fire", false)]
    [InlineData(HookExecutionPath.General, "hook after-timed", true)]
    [InlineData(HookExecutionPath.General, "hook after-timed", false)]
    public async Task A_listener_that_throws_changes_no_verdict_and_no_span_around_it(HookExecutionPath path, string span, bool atStart)
    {
        await using var scene = new Scene(path, options => options.Hooks[Scripted.AfterTimed] = new() { OnFailure = HookFailurePolicy.Continue });
        scene.Hooks.OnAfterTimed = _ => HookResult.Cancel("forbidden");
        using var host = new Activity("host").Start();
        using var listener = Throwing(span, atStart);
        var verdict = await scene.Dispatcher.BeforeToolCallAsync(Scene.Call());

        Assert.Equal("forbidden", verdict.Reason);
        Assert.Empty(scene.Reports);
        Assert.Same(host, Activity.Current);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failed_hook_is_what_is_reported(bool atStart)
    {
        await using var scene = new Scene(HookExecutionPath.General);
        scene.Hooks.OnAfterTimed = _ => throw new InvalidDataException();
        using var listener = Throwing("hook", atStart);
        var verdict = await scene.Dispatcher.BeforeToolCallAsync(Scene.Call());

        Assert.True(verdict.IsCancel);
        Assert.IsType<InvalidDataException>(Assert.Single(scene.Reports).Exception);
    }

    [Fact]
    public async Task A_call_in_the_background_runs_and_the_next_one_too()
    {
        var scene = new Scene(HookExecutionPath.Compiled);
        var calls = 0;
        scene.Hooks.OnBackground = (_, _) =>
        {
            Interlocked.Increment(ref calls);
            return Task.CompletedTask;
        };
        using (Throwing("hook", atStart: true))
        using (Throwing("hook", atStart: false))
        {
            await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
            await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
            await scene.DisposeAsync();
        }

        Assert.Equal(2, calls);
        Assert.Empty(scene.Reports);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_listener_that_fires_a_point_is_stopped_where_fires_are_nested_too_deep(bool atStart)
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, static _ => { });
        using var listener = Doing(_ => scene.Dispatcher.SessionEnd(new()), atStart);
        scene.Dispatcher.SessionEnd(new());

        Assert.Contains(HookReportKind.Refused, scene.Kinds);
    }

    private static ActivityListener Throwing(string span, bool atStart) => Doing(
        activity =>
        {
            if (activity.OperationName.StartsWith(span, StringComparison.Ordinal))
                throw new IOException("the exporter is gone");
        },
        atStart);

    private static ActivityListener Doing(Action<Activity> what, bool atStart)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Hooks",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        if (atStart)
            listener.ActivityStarted = what;
        else
            listener.ActivityStopped = what;
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
