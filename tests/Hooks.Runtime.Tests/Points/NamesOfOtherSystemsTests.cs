namespace Hooks.Runtime.Tests.Points;

/// <summary>Names beyond those of <see cref="AliasTests"/>: all points of rs-llmspell, and what hawk's successor takes.</summary>
public class NamesOfOtherSystemsTests
{
    private const string LlmSpell = """
        BeforeAgentInit AfterAgentInit BeforeAgentExecution AfterAgentExecution AgentError BeforeAgentShutdown AfterAgentShutdown
        BeforeToolDiscovery AfterToolDiscovery BeforeToolExecution AfterToolExecution ToolValidation ToolError
        BeforeWorkflowStart WorkflowStageTransition BeforeWorkflowStage AfterWorkflowStage WorkflowCheckpoint WorkflowRollback AfterWorkflowComplete WorkflowError
        BeforeStateRead AfterStateRead BeforeStateWrite AfterStateWrite StateConflict StateMigration
        SystemStartup SystemShutdown ConfigurationChange ResourceLimitExceeded SecurityViolation
        SessionStart SessionEnd SessionCheckpoint SessionRestore SessionSave
        BeforeEventEmit AfterEventEmit EventHandlerError
        PerformanceThresholdExceeded MemoryUsageHigh CpuUsageHigh
        """;

    [Fact]
    public void Every_point_of_llmspell_is_one_of_ours_and_of_the_same_name_but_for_two()
    {
        var names = LlmSpell.Split(null as char[], StringSplitOptions.RemoveEmptyEntries);
        var others = new List<string>();
        var points = names.Select(name =>
        {
            Assert.True(HookPoints.TryParse(name, HookSystem.LlmSpell, out var point), name);
            if (name != point.ToString())
                others.Add($"{name}={point}");
            return point;
        }).ToList();

        Assert.Equal((43, 43), (names.Length, points.Distinct().Count()));
        Assert.Equal(["BeforeToolExecution=BeforeToolCall", "AfterToolExecution=ToolResultReady"], others);
    }

    [Theory]
    [InlineData("PreToolUse", HookPoint.BeforeToolCall)]
    [InlineData("pre_tool_use", HookPoint.BeforeToolCall)]
    [InlineData("pretooluse", HookPoint.BeforeToolCall)]
    [InlineData("PostToolUse", HookPoint.AfterToolCall)]
    [InlineData("PostToolFailure", HookPoint.ToolError)]
    [InlineData("UserPromptSubmit", HookPoint.BeforeTurn)]
    [InlineData("UserPromptQueued", HookPoint.MessageReceived)]
    [InlineData("TurnStarted", HookPoint.BeforeTurn)]
    [InlineData("SubagentStart", HookPoint.SubagentStart)]
    [InlineData("SubagentStop", HookPoint.SubagentStop)]
    [InlineData("Stop", HookPoint.BeforeAgentStop)]
    [InlineData("onerror", HookPoint.ErrorOccurred)]
    [InlineData("Notification", HookPoint.Notification)]
    public void Names_of_hawks_successor_are_understood(string name, HookPoint expected)
    {
        Assert.True(HookPoints.TryParse(name, HookSystem.Hawk, out var point));
        Assert.Equal(expected, point);
    }

    [Theory]
    [InlineData("PermissionResult")]
    [InlineData("SessionHeartbeat")]
    [InlineData("TaskStarted")]
    [InlineData("Interrupt")]
    public void Names_of_its_that_have_no_point_here_are_not(string name) => Assert.False(HookPoints.TryParse(name, HookSystem.Hawk, out _));
}
