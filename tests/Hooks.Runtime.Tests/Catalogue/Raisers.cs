namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>Which of the repository's programs and hosts fires a point.</summary>
internal static class Raisers
{
    private const string Caller = "your code";

    private static readonly IReadOnlyList<(string Host, HookPoint[] Points)> Hosts =
    [
        ("`GuardedAgent` sample",
        [
            HookPoint.SessionStart, HookPoint.SessionEnd, HookPoint.ToolValidation, HookPoint.BeforeToolCall, HookPoint.ToolResultReady,
            HookPoint.ToolError, HookPoint.AfterToolCall, HookPoint.SecurityViolation, HookPoint.BudgetWarning, HookPoint.BudgetExceeded,
        ]),
    ];

    public static string Of(HookPoint point) =>
        string.Join(", ", Hosts.Where(host => host.Points.Contains(point)).Select(host => host.Host).DefaultIfEmpty(Caller));
}
