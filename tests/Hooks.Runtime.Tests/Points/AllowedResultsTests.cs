namespace Hooks.Runtime.Tests.Points;

/// <summary>The catalogue once more, written down independently: a letter stands for the set of results, O for observe-only.</summary>
public class AllowedResultsTests
{
    private const string Catalogue = """
        SessionContext: SessionStart O, SessionEnd O, SessionUpdated O, SessionCheckpoint O, SessionRestore O, SessionSave O, SessionRollover O, SessionError O
        TurnContext: BeforeTurn A, AfterTurn O, MessageReceived O, MessageSent O
        PromptContext: BeforePromptBuild O
        ModelCallContext: BeforeModelCall F, StreamStart O
        StreamChunkContext: ModelStreamChunk R
        ModelCallContext: StreamEnd O, AfterModelCall R
        ModelSwitchContext: ModelSwitch A, ProviderSwitch O
        AgentContext: BeforeAgentInit V, AfterAgentInit O, BeforeAgentExecution F, AfterAgentExecution O, AgentError R, BeforeAgentStop R, AgentLoopEnd O, BeforeAgentShutdown O, AfterAgentShutdown O, SubagentStart O, SubagentStop R
        ToolDiscoveryContext: BeforeToolDiscovery V, AfterToolDiscovery O
        ToolCallContext: ToolValidation V, BeforeToolCall F, ToolResultReady R, AfterToolCall O, ToolError R
        PermissionContext: PermissionRequest P, PermissionDenied R
        WorkflowContext: BeforeWorkflowStart F, WorkflowStageTransition O, BeforeWorkflowStage F, AfterWorkflowStage O, WorkflowCheckpoint O, WorkflowRollback O, AfterWorkflowComplete O, WorkflowError R
        StateContext: BeforeStateRead F, AfterStateRead O, BeforeStateWrite V, AfterStateWrite O, StateConflict R, StateMigration O
        SystemContext: SystemStartup O, SystemShutdown O, ConfigurationChange V, ResourceLimitExceeded O, SecurityViolation O, PerformanceThresholdExceeded O, MemoryUsageHigh O, CpuUsageHigh O
        FileContext: FileRead O, FileWrite O, FileEdit O, FileDelete O, FileChanged O
        CompactionContext: BeforeCompaction V, AfterCompaction O
        BudgetContext: BudgetWarning O, BudgetExceeded O
        ErrorContext: ErrorOccurred O, ErrorRecovered O
        JobContext: JobExecuted O
        NotificationContext: Notification O
        EventContext: BeforeEventEmit V, AfterEventEmit O, EventHandlerError O
        """;

    private static readonly string[] GoOnWhenAHookFails =
    [
        "ToolError", "AgentError", "WorkflowError", "StateConflict", "PermissionDenied", "BeforeAgentStop", "SubagentStop", "BeforeCompaction",
    ];

    private static readonly Dictionary<char, HookResultKind[]> Sets = new()
    {
        ['O'] = [],
        ['V'] = [HookResultKind.Continue, HookResultKind.Skipped, HookResultKind.Modified, HookResultKind.Cancel],
        ['A'] = [HookResultKind.Continue, HookResultKind.Skipped, HookResultKind.Modified, HookResultKind.Cancel, HookResultKind.Ask],
        ['F'] =
        [
            HookResultKind.Continue, HookResultKind.Skipped, HookResultKind.Modified, HookResultKind.Cancel, HookResultKind.Ask,
            HookResultKind.Replace, HookResultKind.Redirect, HookResultKind.Retry, HookResultKind.Fork, HookResultKind.Cache,
        ],
        ['R'] =
        [
            HookResultKind.Continue, HookResultKind.Skipped, HookResultKind.Modified, HookResultKind.Cancel, HookResultKind.Replace, HookResultKind.Retry,
        ],
        ['P'] =
        [
            HookResultKind.Continue, HookResultKind.Skipped, HookResultKind.Modified, HookResultKind.Cancel, HookResultKind.Ask, HookResultKind.Allow,
        ],
    };

    private static readonly IReadOnlyList<(string Point, string Context, char Set)> Expected =
    [
        .. from line in Catalogue.Split('\n', StringSplitOptions.TrimEntries)
           let context = line.Split(": ")[0]
           from entry in line.Split(": ")[1].Split(", ")
           select (entry.Split(' ')[0], context, entry[^1]),
    ];

    [Fact]
    public void The_points_are_those_of_the_catalogue_in_its_order()
    {
        Assert.Equal(Expected.Select(row => $"{row.Point} {row.Context}"), HookPoints.All.Select(info => $"{info.Name} {info.ContextType.Name}"));
    }

    [Fact]
    public void Every_point_allows_the_results_of_the_catalogue()
    {
        var expected = Expected.Select(row => $"{row.Point}: {string.Join(' ', Sets[row.Set].Order())}");
        var actual = HookPoints.All.Select(info =>
            $"{info.Name}: {string.Join(' ', Enum.GetValues<HookResultKind>().Where(kind => info.Allowed.HasFlag((HookResultKinds)(1 << (int)kind))))}");

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_failed_hook_denies_at_every_guarding_point()
    {
        var denying = Expected.Where(row => row.Set != 'O').Select(row => row.Point).Except(GoOnWhenAHookFails);

        Assert.Equal(denying, HookPoints.All.Where(info => info.OnFailure == HookFailurePolicy.Block).Select(info => info.Name));
        Assert.All(HookPoints.All, info => Assert.True(info.OnFailure is HookFailurePolicy.Block or HookFailurePolicy.Continue));
    }
}
