namespace Hooks.Runtime.Tests.Points;

public class AliasTests
{
    // point: HotPlex; hawk; omniagent; openfang; llmspell
    private const string FiveSystems = """
        SessionStart: session.start; session_start session.start; session.created; Spawned; SessionStart
        SessionEnd: session.end; session_end session.end; ; Terminated; SessionEnd
        SessionUpdated: ; ; session.updated; ;
        SessionRollover: ; ; session.rollover; ;
        SessionSave: ; ; ; ; SessionSave
        SessionRestore: ; ; ; ; SessionRestore
        SessionCheckpoint: ; ; ; ; SessionCheckpoint
        BeforeTurn: turn.start; turn.start; ; ;
        AfterTurn: turn.end; turn.end; ; ;
        BeforeAgentExecution: ; ; ; ; BeforeAgentExecution
        AfterAgentExecution: ; ; ; ; AfterAgentExecution
        MessageReceived: ; user.input; message.received; ;
        MessageSent: ; agent.response; message.sent; ;
        BeforeModelCall: ; pre_query; ; ;
        AfterModelCall: ; post_query; ; ;
        BeforeToolDiscovery: ; ; ToolsAllow; ; BeforeToolDiscovery
        BeforePromptBuild: ; ; ; before_prompt_build;
        BeforeToolCall: tool.use; pre_tool tool_call.start; tool.called; before_tool_call; BeforeToolExecution
        ToolValidation: ; ; ; ; ToolValidation
        ToolResultReady: ; ; ; ; AfterToolExecution
        AfterToolCall: tool.result; post_tool tool_call.end; tool.completed; after_tool_call;
        ToolError: ; tool_call.error; ; ; ToolError
        PermissionRequest: ; permission_ask; ; ;
        SecurityViolation: danger.blocked; ; ; ; SecurityViolation
        StreamStart: stream.start; ; ; ;
        StreamEnd: stream.end; ; ; ;
        BeforeCompaction: ; pre_compact compaction.start; ; ;
        AfterCompaction: ; post_compact compaction.end; ; ;
        FileChanged: ; file_changed; ; ;
        FileRead: ; file.read; ; ;
        FileWrite: ; file.write; ; ;
        FileEdit: ; file.edit; ; ;
        FileDelete: ; file.delete; ; ;
        BudgetWarning: ; budget.warning; ; QuotaWarning;
        BudgetExceeded: ; budget.exceeded; ; QuotaEnforced;
        ResourceLimitExceeded: ; ; ; ; ResourceLimitExceeded
        SessionError: session.error; ; ; ;
        ErrorOccurred: ; error error.occurred; ; ;
        ErrorRecovered: ; error.recovered; ; ;
        AgentError: ; ; ; Crashed; AgentError
        WorkflowError: ; ; ; ; WorkflowError
        ModelSwitch: ; model.switch; ; ModelRouted;
        ProviderSwitch: ; provider.switch; ; ;
        AgentLoopEnd: ; ; agent.end; agent_loop_end;
        JobExecuted: ; ; job.executed; CronJobExecuted;
        """;

    private static readonly HookSystem[] Columns =
        [HookSystem.HotPlex, HookSystem.Hawk, HookSystem.OmniAgent, HookSystem.OpenFang, HookSystem.LlmSpell];

    public static TheoryData<string, HookSystem, HookPoint> Names
    {
        get
        {
            var data = new TheoryData<string, HookSystem, HookPoint>();
            foreach (var line in FiveSystems.Split('\n'))
            {
                var point = Enum.Parse<HookPoint>(line.Split(": ")[0]);
                var cells = line[(line.IndexOf(':') + 1)..].Split(';');
                for (var i = 0; i < cells.Length; i++)
                {
                    foreach (var name in cells[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        data.Add(name, Columns[i], point);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_of_the_five_systems_are_understood_with_and_without_their_system(string name, HookSystem system, HookPoint expected)
    {
        Assert.True(HookPoints.TryParse(name, system, out var point), name);
        Assert.Equal(expected, point);
        Assert.True(HookPoints.TryParse(name, out point), name);
        Assert.Equal(expected, point);
        Assert.Contains(name, HookPoints.GetAliases(expected, system));
    }

    [Theory]
    [InlineData("PreToolUse", HookSystem.ClaudeCode, HookPoint.BeforeToolCall)]
    [InlineData("PostToolUseFailure", HookSystem.ClaudeCode, HookPoint.ToolError)]
    [InlineData("UserPromptSubmit", HookSystem.Codex, HookPoint.BeforeTurn)]
    [InlineData("Stop", HookSystem.Codex, HookPoint.BeforeAgentStop)]
    [InlineData("BeforeTool", HookSystem.GeminiCli, HookPoint.BeforeToolCall)]
    [InlineData("AfterTool", HookSystem.GeminiCli, HookPoint.ToolResultReady)]
    [InlineData("preToolUse", HookSystem.CopilotCli, HookPoint.BeforeToolCall)]
    [InlineData("PreToolUse", HookSystem.CopilotCli, HookPoint.BeforeToolCall)]
    [InlineData("beforeShellExecution", HookSystem.Cursor, HookPoint.BeforeToolCall)]
    [InlineData("stop", HookSystem.Cursor, HookPoint.BeforeAgentStop)]
    public void Names_of_coding_agents_are_understood(string name, HookSystem system, HookPoint expected)
    {
        Assert.True(HookPoints.TryParse(name, system, out var point));
        Assert.Equal(expected, point);
    }

    [Fact]
    public void A_name_with_two_meanings_needs_its_system()
    {
        Assert.False(HookPoints.TryParse("PostToolUse", out var point));
        Assert.Equal(default, point);
        Assert.True(HookPoints.TryParse("PostToolUse", HookSystem.Hawk, out point));
        Assert.Equal(HookPoint.AfterToolCall, point);
        Assert.True(HookPoints.TryParse("PostToolUse", HookSystem.ClaudeCode, out point));
        Assert.Equal(HookPoint.ToolResultReady, point);
    }

    [Theory]
    [InlineData("BeforeToolCall")]
    [InlineData("beforetoolcall")]
    [InlineData("tool.call.before")]
    public void Our_own_names_are_understood_whatever_the_system(string name)
    {
        Assert.True(HookPoints.TryParse(name, out var point));
        Assert.Equal(HookPoint.BeforeToolCall, point);
        Assert.All(Enum.GetValues<HookSystem>(), system => Assert.True(HookPoints.TryParse(name, system, out point) && point == HookPoint.BeforeToolCall));
    }

    [Fact]
    public void A_name_of_another_system_is_not_understood_for_this_one()
    {
        Assert.False(HookPoints.TryParse("pre_tool", HookSystem.ClaudeCode, out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("35")]
    [InlineData("no.such.point")]
    public void Anything_else_is_not_understood(string? name)
    {
        Assert.False(HookPoints.TryParse(name, out _));
        Assert.False(HookPoints.TryParse(name, HookSystem.Cursor, out _));
    }

    [Fact]
    public void A_system_that_does_not_exist_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HookPoints.TryParse("pre_tool", (HookSystem)99, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => HookPoints.GetAliases(HookPoint.SessionStart, (HookSystem)(-1)));
    }

    [Fact]
    public void Within_a_system_a_name_stands_once_and_every_point_exists()
    {
        foreach (var system in Enum.GetValues<HookSystem>())
        {
            var aliases = HookPointAliases.Of(system).ToArray();
            Assert.NotEmpty(aliases);
            Assert.Equal(aliases.Length, aliases.Select(alias => alias.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.All(aliases.GroupBy(alias => alias.Name, StringComparer.OrdinalIgnoreCase), same => Assert.Single(same.Select(alias => alias.Point).Distinct()));
            Assert.All(aliases, alias => Assert.True(Enum.IsDefined(alias.Point)));
        }
    }
}
