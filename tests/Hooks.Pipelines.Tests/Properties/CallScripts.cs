using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Pipelines.Tests.Properties;

/// <summary>Random scripts.</summary>
internal static class CallScripts
{
    private static readonly Gen<string> Tool = Gen.Elements("a", "a", "b", "c");
    private static readonly Gen<Answer> Go = Gen.Elements(Say.Continue, Say.Skipped, Say.Modified).Select(kind => new Answer(kind));
    private static readonly Gen<Answer> Stop = Gen.Elements(Say.Cancel, Say.Fail).Select(kind => new Answer(kind));
    private static readonly Gen<Answer> Replace = Gen.Constant(new Answer(Say.Replace));
    private static readonly Gen<Answer> Ask = Gen.Constant(new Answer(Say.Ask));
    private static readonly Gen<Answer> Retry = Gen.Choose(1, 4).Select(count => new Answer(Say.Retry, count));
    private static readonly Gen<Answer> Redirect = Tool.Select(target => new Answer(Say.Redirect, Targets: target));
    private static readonly Gen<Answer> Fork =
        from targets in Gen.NonEmptyListOf(Tool).Resize(4)
        from merge in Gen.Elements(HookForkMerge.FirstSuccess, HookForkMerge.All, HookForkMerge.Vote, (HookForkMerge)9)
        select new Answer(Say.Fork, 0, string.Concat(targets.Take(4)), merge);

    private static readonly Gen<Answer> Flow = Gen.Frequency((6, Go), (2, Stop), (3, Ask), (1, Replace), (3, Redirect), (2, Retry), (3, Fork), (5, Gen.Constant(new Answer(Say.Cache))));
    private static readonly Gen<Answer> Recovery = Gen.Frequency((3, Go), (2, Stop), (1, Replace), (4, Retry));

    private static readonly Gen<HookScript> Hook = Gen.Frequency(
        (1, At(HookPoint.ToolValidation, Gen.Frequency((4, Go), (1, Stop)))),
        (4, At(HookPoint.BeforeToolCall, Flow)),
        (2, At(HookPoint.ToolResultReady, Recovery)),
        (2, At(HookPoint.ToolError, Recovery)),
        (2, At(HookPoint.PermissionRequest, Gen.Frequency((3, Go), (1, Stop), (2, Gen.Constant(new Answer(Say.Allow))), (1, Ask)))),
        (1, At(HookPoint.PermissionDenied, Recovery)));

    public static Gen<CallScript> All { get; } =
        from hooks in Hook.ListOf().Resize(10)
        from results in Gen.Frequency((3, Gen.Constant(true)), (2, Gen.Constant(false))).NonEmptyListOf().Resize(4).ArrayOf(3)
        from approver in Gen.Elements(Approving.Yes, Approving.Yes, Approving.No, Approving.Fails).NonEmptyListOf().Resize(3)
        from hasApprover in Gen.Elements(true, true, true, false)
        from idempotent in Gen.Elements(true, true, true, false)
        from attempts in Gen.Choose(0, 3)
        from redirects in Gen.Choose(0, 3)
        from cancelAt in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 8)))
        from stops in Gen.Elements(true, false)
        from times in Gen.Elements(1, 2, 2)
        select new CallScript
        {
            Hooks = [.. hooks],
            Tools = new Dictionary<string, bool[]> { ["a"] = [.. results[0]], ["b"] = [.. results[1]], ["c"] = [.. results[2]] },
            Approver = hasApprover ? [.. approver] : null,
            IsIdempotent = idempotent,
            MaxAttempts = attempts,
            MaxRedirects = redirects,
            CancelAt = cancelAt,
            CancelStops = stops,
            Times = times,
        };

    private static Gen<HookScript> At(HookPoint point, Gen<Answer> answer) =>
        from tool in Tool
        from answers in answer.NonEmptyListOf().Resize(3)
        from changes in Gen.Elements(true, false, false)
        from onFailure in Gen.Frequency((4, Gen.Constant(HookFailurePolicy.Default)), (1, Gen.Elements(HookFailurePolicy.Block, HookFailurePolicy.Continue, HookFailurePolicy.Throw)))
        select new HookScript(point, tool, [.. answers], changes, onFailure);
}
