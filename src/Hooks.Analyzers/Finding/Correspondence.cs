using System.Collections.Immutable;

namespace Hooks.Analyzers.Finding;

/// <summary>Which blocking points can decide what an observe-only point reports.</summary>
internal static class Correspondence
{
    /// <summary>By observe-only point; the one that decides about the whole thing first. Points that are not here have none.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Points { get; } = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, ImmutableArray<string>>
    {
        ["AfterTurn"] = ["BeforeTurn"],
        ["MessageReceived"] = ["BeforeTurn"],
        ["MessageSent"] = ["AfterModelCall"],
        ["BeforePromptBuild"] = ["BeforeModelCall"],
        ["StreamStart"] = ["BeforeModelCall"],
        ["StreamEnd"] = ["AfterModelCall"],
        ["ProviderSwitch"] = ["ModelSwitch"],
        ["AfterAgentInit"] = ["BeforeAgentInit"],
        ["AfterAgentExecution"] = ["BeforeAgentExecution", "BeforeAgentStop"],
        ["AgentLoopEnd"] = ["BeforeAgentStop"],
        ["AfterToolDiscovery"] = ["BeforeToolDiscovery"],
        ["AfterToolCall"] = ["BeforeToolCall", "ToolResultReady"],
        ["WorkflowStageTransition"] = ["BeforeWorkflowStage"],
        ["AfterWorkflowStage"] = ["BeforeWorkflowStage"],
        ["AfterWorkflowComplete"] = ["BeforeWorkflowStart"],
        ["AfterStateRead"] = ["BeforeStateRead"],
        ["AfterStateWrite"] = ["BeforeStateWrite"],
        ["FileRead"] = ["BeforeToolCall"],
        ["FileWrite"] = ["BeforeToolCall"],
        ["FileEdit"] = ["BeforeToolCall"],
        ["FileDelete"] = ["BeforeToolCall"],
        ["AfterCompaction"] = ["BeforeCompaction"],
        ["BudgetWarning"] = ["BeforeModelCall"],
        ["BudgetExceeded"] = ["BeforeModelCall"],
        ["AfterEventEmit"] = ["BeforeEventEmit"],
    });

    /// <summary>The blocking points that correspond to one; none if it has none.</summary>
    public static ImmutableArray<string> Of(string point) => Points.TryGetValue(point, out var names) ? names : [];
}
