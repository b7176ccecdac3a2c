using Hooks.Shared;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// The observe-only points at which a moment is over for good, so that its data can only be changed earlier. At the
/// other observe-only points something may yet come of a change: a prompt is about to be built, or the host may hand
/// the same context to a later, blocking point of the same call.
/// </summary>
internal static class LatePoints
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "AfterTurn", "MessageSent", "ProviderSwitch", "AfterAgentExecution", "AgentLoopEnd", "AfterToolDiscovery", "AfterToolCall", "AfterWorkflowStage",
        "AfterWorkflowComplete", "AfterStateRead", "AfterStateWrite", "AfterCompaction", "AfterEventEmit",
    };

    // What is only known at the end is changed between its coming and its use.
    private static readonly Dictionary<(string Point, string Member), string> OfResults = new()
    {
        [("AfterToolCall", "Result")] = "ToolResultReady",
        [("AfterToolCall", "Error")] = "ToolError",
        [("AfterToolCall", "ErrorMessage")] = "ToolError",
        [("AfterTurn", "Response")] = "AfterModelCall",
        [("AfterAgentExecution", "Response")] = "BeforeAgentStop",
        [("AfterAgentExecution", "Result")] = "BeforeAgentStop",
        [("AfterAgentExecution", "Error")] = "AgentError",
        [("AfterAgentExecution", "ErrorMessage")] = "AgentError",
    };

    public static bool IsLate(HookPointFacts point) => point is { IsBlocking: false, IsCustom: false } && Names.Contains(point.Name);

    /// <summary>The blocking point at which the changed thing can be changed so that it counts.</summary>
    public static string Instead(HookPointFacts point, ContextChange change) =>
        change.Path.Member is { } member && OfResults.TryGetValue((point.Name, member.Name), out var better) ? better : Correspondence.Of(point.Name)[0];
}
