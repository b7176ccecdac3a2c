using System.Text;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Failures;

/// <summary>What a failed verdict-giving hook becomes at each blocking point, as DESIGN.md lists it.</summary>
public sealed class FailureMeaningTests
{
    private static readonly HashSet<HookPoint> GoesOn =
    [
        HookPoint.ToolError, HookPoint.AgentError, HookPoint.WorkflowError, HookPoint.StateConflict, HookPoint.PermissionDenied,
        HookPoint.BeforeAgentStop, HookPoint.SubagentStop, HookPoint.BeforeCompaction,
    ];

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Guards_deny_and_points_after_the_fact_go_on(HookExecutionPath path)
    {
        var blocking = HookPoints.All.Where(point => point.IsBlocking).ToList();
        var source = new StringBuilder("public static class Broken {");
        foreach (var point in blocking)
            source.Append($"[Hook(HookPoint.{point.Name})] public static HookResult At{point.Name}({point.ContextType.FullName} context) => throw new InvalidOperationException(\"secret\");\n");
        var reports = new List<HookReport>();
        await using var dispatcher = HookProgram.FromSource(source.Append('}').ToString(), SpecSource.Table).CreateDispatcher(path, reports.Add);
        foreach (var point in blocking)
        {
            reports.Clear();
            var context = (HookContext)Activator.CreateInstance(point.ContextType)!;
            var verdict = await dispatcher.FireAsync(point.Point!.Value, context);
            Assert.Equal((point, !GoesOn.Contains(point.Point.Value)), (point, verdict.IsCancel));
            Assert.Equal(point, Assert.Single(reports).Point);
            if (verdict.IsCancel)
            {
                Assert.Contains($"Broken.At{point.Name}", verdict.Reason, StringComparison.Ordinal);
                Assert.DoesNotContain("secret", verdict.Reason, StringComparison.Ordinal);
            }
        }
    }
}
