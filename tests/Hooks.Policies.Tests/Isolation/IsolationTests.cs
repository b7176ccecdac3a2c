using System.Threading.Tasks.Sources;

namespace Hooks.Policies.Tests.Isolation;

/// <summary>Whatever a hook throws, and wherever, is one report for each attempt and what its policy makes of it.</summary>
public sealed class IsolationTests
{
    public enum Becomes
    {
        Cancel,
        Continue,
        Thrown,
    }

    public enum Site
    {
        InTheCall,
        InTheTask,
        AfterASuspension,
        InTheStatusOfASource,
        InTheResultOfASource,
        InAFaultedSource,
    }

    private static readonly (HookPoint Point, Func<HookContext> Context, Becomes Becomes)[] Synchronous =
    [
        (HookPoint.BeforeWorkflowStart, static () => new WorkflowContext { WorkflowName = "w" }, Becomes.Cancel),
        (HookPoint.BeforeStateWrite, static () => new StateContext { Key = "k" }, Becomes.Continue),
        (HookPoint.BeforeTurn, static () => new TurnContext(), Becomes.Thrown),
        (HookPoint.WorkflowError, static () => new WorkflowContext { WorkflowName = "w" }, Becomes.Continue),
        (HookPoint.SessionUpdated, static () => new SessionContext(), Becomes.Continue),
    ];

    private static readonly (HookPoint Point, Func<HookContext> Context, Becomes Becomes)[] Asynchronous =
    [
        (HookPoint.ConfigurationChange, static () => new SystemContext(), Becomes.Cancel),
        (HookPoint.ModelSwitch, static () => new ModelSwitchContext(), Becomes.Continue),
        (HookPoint.BeforeEventEmit, static () => new EventContext { Subject = "s" }, Becomes.Thrown),
        (HookPoint.StateConflict, static () => new StateContext { Key = "k" }, Becomes.Continue),
        (HookPoint.SessionSave, static () => new SessionContext(), Becomes.Continue),
    ];

    public static TheoryData<HookExecutionPath, string> Kinds()
    {
        var data = new TheoryData<HookExecutionPath, string>();
        foreach (var path in Enum.GetValues<HookExecutionPath>())
        foreach (var kind in Catchable.Names)
            data.Add(path, kind);
        return data;
    }

    public static TheoryData<HookExecutionPath, string, Site> KindsAndSites()
    {
        var data = new TheoryData<HookExecutionPath, string, Site>();
        foreach (var path in Enum.GetValues<HookExecutionPath>())
        foreach (var kind in Catchable.Names)
        foreach (var site in Enum.GetValues<Site>())
            data.Add(path, kind, site);
        return data;
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_synchronous_hook_may_throw_anything(HookExecutionPath path, string kind)
    {
        foreach (var (point, context, becomes) in Synchronous)
        {
            await using var scene = new Scene(path);
            FailingHooks.Does = () => Fail(kind, Site.InTheCall);
            await AssertFails(scene, point, context(), kind, becomes);
        }
    }

    [Theory, MemberData(nameof(KindsAndSites))]
    public async Task An_asynchronous_hook_may_fail_with_anything_anywhere(HookExecutionPath path, string kind, Site site)
    {
        foreach (var (point, context, becomes) in Asynchronous)
        {
            await using var scene = new Scene(path);
            FailingHooks.Does = () => Fail(kind, site);
            await AssertFails(scene, point, context(), kind, becomes);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_synchronous_entry_gives_the_same_verdicts(HookExecutionPath path, string kind)
    {
        await using var scene = new Scene(path);
        FailingHooks.Does = () => Fail(kind, Site.InTheCall);

        Assert.Equal(Reason("Denying"), scene.Dispatcher.BeforeWorkflowStart(new() { WorkflowName = "w" }).Reason);
        Assert.True(scene.Dispatcher.BeforeStateWrite(new() { Key = "k" }).IsContinue);
        Assert.True(scene.Dispatcher.WorkflowError(new() { WorkflowName = "w" }).IsContinue);
        Assert.IsType(Catchable.TypeOf(kind), Record.Exception(() => scene.Dispatcher.BeforeTurn(new())));
        Assert.Equal(4, scene.Reports.Count);
        Assert.All(scene.Reports, report => AssertReport(report, kind, attempt: 1));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_attempt_is_a_report_of_its_own(HookExecutionPath path, string kind)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnRetriedSync = _ => Fail(kind, Site.InTheCall).Result;

        var verdict = scene.Dispatcher.BeforeStateRead(new() { Key = "k" });
        Assert.True(verdict.IsCancel);
        Assert.DoesNotContain(Catchable.Secret, verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(2, scene.Reports.Count);
        AssertReport(scene.Reports[0], kind, attempt: 1);
        AssertReport(scene.Reports[1], kind, attempt: 2);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Failures_leave_nothing_behind_on_their_thread(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        FailingHooks.Does = static () => throw new IOException();
        for (var i = 0; i < 3 * HookDispatcher.MaxDepth; i++)
            Assert.True(scene.Dispatcher.BeforeWorkflowStart(new() { WorkflowName = "w" }).IsCancel);
        FailingHooks.Does = null;

        Assert.True(scene.Dispatcher.BeforeWorkflowStart(new() { WorkflowName = "w" }).IsContinue);
        Assert.All(scene.Reports, report => Assert.Equal(HookReportKind.Failed, report.Kind));
    }

    private static async Task AssertFails(Scene scene, HookPoint point, HookContext context, string kind, Becomes becomes)
    {
        var fire = scene.Dispatcher.FireAsync(point, context);
        if (becomes == Becomes.Thrown)
        {
            Assert.IsType(Catchable.TypeOf(kind), await Record.ExceptionAsync(fire.AsTask));
        }
        else
        {
            var verdict = await fire;
            Assert.Equal(becomes == Becomes.Cancel, verdict.IsCancel);
            Assert.Equal(becomes == Becomes.Continue, verdict.IsContinue);
            Assert.DoesNotContain(Catchable.Secret, verdict.Reason ?? string.Empty, StringComparison.Ordinal);
        }

        AssertReport(Assert.Single(scene.Reports), kind, attempt: 1);
        Assert.Equal(point, scene.Reports[0].Point.Point);

        FailingHooks.Does = null;
        Assert.True((await scene.Dispatcher.FireAsync(point, context)).IsContinue);
        Assert.Single(scene.Reports);
    }

    private static void AssertReport(HookReport report, string kind, int attempt)
    {
        Assert.Equal((HookReportKind.Failed, attempt), (report.Kind, report.Attempt));
        Assert.Same(Catchable.TypeOf(kind), report.Exception!.GetType());
        Assert.DoesNotContain(Catchable.Secret, report.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Catchable.Secret, report.ToString(), StringComparison.Ordinal);
    }

    private static string Reason(string method) => $"the hook '{typeof(FailingHooks).FullName}.{method}' failed";

    private static ValueTask<HookResult> Fail(string kind, Site site)
    {
        switch (site)
        {
            case Site.InTheCall:
                Catchable.Throw(kind);
                return default;
            case Site.InTheTask:
                return ValueTask.FromException<HookResult>(Catchable.Caught(kind));
            case Site.AfterASuspension:
                return FailLater(kind);
            default:
                ValueTaskSourceStatus? status = site switch
                {
                    Site.InTheStatusOfASource => null,
                    Site.InTheResultOfASource => ValueTaskSourceStatus.Succeeded,
                    _ => ValueTaskSourceStatus.Faulted,
                };
                return new(new FailingSource(Catchable.Caught(kind), status), 0);
        }
    }

    private static async ValueTask<HookResult> FailLater(string kind)
    {
        await Task.Yield();
        Catchable.Throw(kind);
        return default;
    }
}
