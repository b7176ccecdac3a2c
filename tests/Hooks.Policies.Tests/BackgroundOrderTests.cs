namespace Hooks.Policies.Tests;

/// <summary>A hook at several points is one hook, with one queue.</summary>
public sealed class BackgroundOrderTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_hook_at_several_points_is_told_in_the_order_of_the_fires(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var go = new TaskCompletionSource();
        var told = new List<string>();
        scene.Hooks.OnAudit = async workflow =>
        {
            await go.Task;
            told.Add(workflow.WorkflowName);
        };
        for (var i = 0; i < 50; i++)
        {
            await scene.Dispatcher.WorkflowCheckpointAsync(new() { WorkflowName = $"{i} before" });
            await scene.Dispatcher.AfterWorkflowCompleteAsync(new() { WorkflowName = $"{i} after" });
        }

        go.SetResult();
        await scene.DisposeAsync();
        Assert.Equal(Enumerable.Range(0, 50).SelectMany(i => new[] { $"{i} before", $"{i} after" }), told);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Its_points_share_the_room_and_the_counts_and_a_report_names_the_point(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options =>
        {
            options.BackgroundCapacity = 2;

            // Or it would be over at the same time as disposal, and the next call might begin.
            options.DefaultTimeout = Timeout.InfiniteTimeSpan;
        });
        var started = new TaskCompletionSource();
        scene.Hooks.OnAudit = async _ =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        };
        await scene.Dispatcher.WorkflowCheckpointAsync(new() { WorkflowName = "runs" });
        await started.Task;
        await scene.Dispatcher.WorkflowCheckpointAsync(new() { WorkflowName = "waits" });
        await scene.Dispatcher.AfterWorkflowCompleteAsync(new() { WorkflowName = "waits" });
        await scene.Dispatcher.AfterWorkflowCompleteAsync(new() { WorkflowName = "dropped" });
        Assert.All(scene.Dispatcher.GetHooks().Where(status => status.Hook.Name == Scripted.Audit), status => Assert.Equal((2, 1L), (status.Waiting, status.Dropped)));
        var disposal = scene.Dispatcher.DisposeAsync().AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        await disposal;

        Assert.Equal((1, 2), (scene.Dispatcher.FindHook(Scripted.Audit)!.Dropped, scene.Dispatcher.FindHook(Scripted.Audit)!.Abandoned));
        Assert.Equal(
            [HookPoint.AfterWorkflowComplete, HookPoint.WorkflowCheckpoint, HookPoint.AfterWorkflowComplete],
            scene.Reports.Where(report => report.Kind == HookReportKind.Dropped).Select(report => report.Point!.Point!.Value));
    }

    [Fact]
    public async Task Handlers_of_one_name_at_several_points_keep_their_order_and_what_waits_outlives_them()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        var go = new TaskCompletionSource();
        var told = new List<string?>();
        var registrations = new[] { HookPoint.SessionCheckpoint, HookPoint.SessionEnd }.Select(point => scene.Dispatcher.Observe<SessionContext>(
            point,
            async (session, _) =>
            {
                await go.Task;
                told.Add(session.SessionId);
            },
            new() { Name = "late", Background = true })).ToList();
        await scene.Dispatcher.SessionCheckpointAsync(new() { SessionId = "1" });
        await scene.Dispatcher.SessionEndAsync(new() { SessionId = "2" });
        registrations[0].Dispose();
        await scene.Dispatcher.SessionEndAsync(new() { SessionId = "3" });
        registrations[1].Dispose();
        Assert.Null(scene.Dispatcher.FindHook("late"));
        scene.Dispatcher.Observe<SessionContext>(HookPoint.SessionEnd, static _ => { }, new() { Name = "late", Background = true });
        Assert.Equal(0, scene.Dispatcher.FindHook("late")!.Waiting);
        go.SetResult();
        await scene.DisposeAsync();

        Assert.Equal(["1", "2", "3"], told);
    }
}
