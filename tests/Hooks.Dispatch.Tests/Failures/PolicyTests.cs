using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Failures;

/// <summary>What a failed hook makes of a fire: policy, kind of hook and kind of failure in every combination.</summary>
public sealed class PolicyTests
{
    public enum Hook
    {
        Verdict,
        Void,
        Observer,

        /// <summary>A verdict-giving hook at a point where a failure means Continue.</summary>
        Recovery,
    }

    public enum How
    {
        ThrowsAtOnce,
        FaultedTask,
        FailsLater,
        ForeignCancellation,
        ForeignCancellationLater,
    }

    public static TheoryData<Way, HookFailurePolicy, Hook, How> Combinations()
    {
        var data = new TheoryData<Way, HookFailurePolicy, Hook, How>();
        foreach (var way in Enum.GetValues<Way>())
        foreach (var policy in Enum.GetValues<HookFailurePolicy>())
        foreach (var hook in Enum.GetValues<Hook>())
        foreach (var how in Enum.GetValues<How>())
        {
            if (!(way.IsSync() && how is not (How.ThrowsAtOnce or How.ForeignCancellation)) && !(hook == Hook.Observer && policy == HookFailurePolicy.Block))
                data.Add(way, policy, hook, how);
        }

        return data;
    }

    [Theory, MemberData(nameof(Combinations))]
    public async Task The_policy_decides_and_the_failure_is_reported(Way way, HookFailurePolicy policy, Hook hook, How how)
    {
        var point = hook switch { Hook.Observer => PointSpec.AfterToolCall, Hook.Recovery => PointSpec.ToolError, _ => PointSpec.BeforeToolCall };
        Exception error = how is How.ForeignCancellation or How.ForeignCancellationLater ? new OperationCanceledException("secret") : new InvalidDataException("secret");
        var gate = new TaskCompletionSource();
        using var caller = new CancellationTokenSource();
        var givesVerdict = hook is Hook.Verdict or Hook.Recovery;
        var shape = way.IsSync() ? (givesVerdict ? Shape.Result : Shape.Void) : givesVerdict ? Shape.TaskOfResult : Shape.Task;
        var last = new HookSpec("c") { Shape = givesVerdict ? Shape.Result : Shape.Void };
        var pending = Scene.At(point, way, new HookSpec("a") { Shape = Shape.Void }, new HookSpec("b") { Shape = shape, OnFailure = policy }, last)
            .Does("b", _ => how switch
            {
                How.FaultedTask => ValueTask.FromException<HookResult>(error),
                How.FailsLater or How.ForeignCancellationLater => FailLater(gate.Task, error),
                _ => throw error,
            })
            .FireAsync(caller.Token);
        gate.SetResult();
        var fire = await pending;

        var expected = policy != HookFailurePolicy.Default ? policy : hook == Hook.Verdict ? HookFailurePolicy.Block : HookFailurePolicy.Continue;
        var report = Assert.Single(fire.Reports);
        Assert.Equal((HookReportKind.Failed, "b", expected), (report.Kind, report.Hook!.Name, report.Hook.FailurePolicy));
        Assert.Same(error, report.Exception);
        Assert.DoesNotContain("secret", report.Message, StringComparison.Ordinal);
        Assert.Equal(expected == HookFailurePolicy.Continue ? "a b c" : "a b", fire.Ran);
        if (expected == HookFailurePolicy.Throw)
        {
            Assert.Same(error, fire.Error);
            return;
        }

        Assert.Equal(expected == HookFailurePolicy.Block ? HookResultKind.Cancel : HookResultKind.Continue, fire.Answer().Kind);
        Assert.Equal(expected == HookFailurePolicy.Block ? "b" : null, fire.DecidedBy);
        if (expected == HookFailurePolicy.Block)
        {
            Assert.Contains("'b'", fire.Verdict.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", fire.Verdict.Reason, StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task A_failure_that_goes_on_keeps_the_verdict_so_far(Way way)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", new HookSpec("b") { OnFailure = HookFailurePolicy.Continue }, "c")
            .Answers("a", HookResult.Replace(1)).Throws("b", new InvalidDataException()).FireAsync();
        Assert.Equal(HookResult.Replace(1), fire.Answer());
        Assert.Equal("a", fire.DecidedBy);
        Assert.Equal("a b c", fire.Ran);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task A_blocking_failure_replaces_the_verdict_so_far(Way way)
    {
        var fire = await Scene.At(PointSpec.BeforeToolCall, way, "a", "b", "c").Answers("a", HookResult.Replace(1)).Throws("b", new InvalidDataException()).FireAsync();
        Assert.True(fire.Answer().IsCancel);
        Assert.Equal("b", fire.DecidedBy);
    }

    private static async ValueTask<HookResult> FailLater(Task gate, Exception error)
    {
        await gate;
        throw error;
    }
}
