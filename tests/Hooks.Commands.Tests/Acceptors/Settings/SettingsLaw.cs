namespace Hooks.Commands.Tests.Acceptors.Settings;

/// <summary>How an agent reads the hooks in its settings (reference 2.2 and 2.12 to 2.15), written from the reference and from nothing else.</summary>
internal sealed record SettingsLaw
{
    /// <summary>The events of the agent.</summary>
    public required string[] Events { get; init; }

    /// <summary>The events whose entries have a matcher that is looked at.</summary>
    public required string[] Matched { get; init; }

    /// <summary>The members of a group with a matcher; none where entries stand by themselves.</summary>
    public string[] GroupMembers { get; init; } = [];

    /// <summary>The members of an entry that starts a command.</summary>
    public required string[] Members { get; init; }

    /// <summary>Whether <c>type</c> has to be there.</summary>
    public bool NeedsType { get; init; } = true;

    /// <summary>The number that has to be in <c>version</c>; null if there is none.</summary>
    public int? Version { get; init; }

    /// <summary>The member with the timeout.</summary>
    public string Timeout { get; init; } = "timeout";

    /// <summary>How many milliseconds its unit has.</summary>
    public int Unit { get; init; } = 1000;

    /// <summary>The member, and its value, that makes a failure of the command a denial; null if there is none.</summary>
    public (string Name, string Json)? Switch { get; init; }

    /// <summary>The events at which that member is ignored.</summary>
    public string[] NoSwitch { get; init; } = [];

    public static SettingsLaw Of(string host) => host switch
    {
        "claude" => Claude,
        "codex" => Codex,
        "gemini" => Gemini,
        "copilot" => Copilot,
        _ => Cursor,
    };

    private static SettingsLaw Claude { get; } = new()
    {
        Events = Words("SessionStart Setup InstructionsLoaded UserPromptSubmit UserPromptExpansion MessageDisplay PreToolUse PermissionRequest PermissionDenied PostToolUse PostToolUseFailure PostToolBatch "
            + "Notification SubagentStart SubagentStop Stop StopFailure TaskCreated TaskCompleted TeammateIdle ConfigChange CwdChanged FileChanged DirectoryAdded WorktreeCreate WorktreeRemove PreCompact "
            + "PostCompact PreModelSwitch PostModelSwitch Elicitation ElicitationResult SessionEnd"),
        Matched = Words("PreToolUse PostToolUse PostToolUseFailure PermissionRequest PermissionDenied SessionStart ConfigChange DirectoryAdded Setup PreCompact PostCompact SessionEnd Notification SubagentStart "
            + "SubagentStop StopFailure InstructionsLoaded UserPromptExpansion Elicitation ElicitationResult PreModelSwitch PostModelSwitch FileChanged"),
        GroupMembers = ["matcher", "hooks"],
        Members = Words("type command args timeout if statusMessage async asyncRewake shell onFailure"),
        Switch = ("onFailure", "\"block\""),
        NoSwitch = ["Stop", "SubagentStop", "TaskCompleted", "TeammateIdle"],
    };

    private static SettingsLaw Codex { get; } = new()
    {
        Events = Words("PreToolUse PermissionRequest PostToolUse PreCompact PostCompact SessionStart SessionEnd UserPromptSubmit SubagentStart SubagentStop Stop"),
        Matched = Words("PreToolUse PermissionRequest PostToolUse PreCompact PostCompact SessionStart SessionEnd SubagentStart SubagentStop"),
        GroupMembers = ["matcher", "hooks"],
        Members = Words("type command commandWindows timeout statusMessage async"),
    };

    private static SettingsLaw Gemini { get; } = new()
    {
        Events = Words("SessionStart SessionEnd BeforeAgent AfterAgent BeforeModel AfterModel BeforeToolSelection BeforeTool AfterTool PreCompress Notification"),
        Matched = Words("BeforeTool AfterTool SessionStart SessionEnd PreCompress Notification"),
        GroupMembers = ["matcher", "sequential", "hooks"],
        Members = Words("type command name timeout description env"),
        Unit = 1,
    };

    private static SettingsLaw Copilot { get; } = new()
    {
        Events = Words("sessionStart sessionEnd userPromptSubmitted userPromptTransformed preToolUse postToolUse postToolUseFailure permissionRequest agentStop subagentStart subagentStop notification errorOccurred preCompact "
            + "SessionStart SessionEnd UserPromptSubmit UserPromptTransformed PreToolUse PostToolUse PostToolUseFailure PermissionRequest Stop SubagentStart SubagentStop Notification ErrorOccurred PreCompact"),
        Matched = Words("preToolUse postToolUse postToolUseFailure permissionRequest PreToolUse PostToolUse PostToolUseFailure PermissionRequest"),
        Members = Words("type bash powershell command exec args cwd env timeoutSec matcher"),
        Version = 1,
        Timeout = "timeoutSec",
    };

    private static SettingsLaw Cursor { get; } = new()
    {
        Events = Words("sessionStart sessionEnd preToolUse postToolUse postToolUseFailure subagentStart subagentStop beforeShellExecution afterShellExecution beforeMCPExecution afterMCPExecution beforeReadFile "
            + "afterFileEdit beforeSubmitPrompt preCompact stop afterAgentResponse afterAgentThought beforeTabFileRead afterTabFileEdit workspaceOpen"),
        Matched = Words("preToolUse postToolUse postToolUseFailure"),
        Members = Words("command type timeout loop_limit failClosed matcher"),
        NeedsType = false,
        Version = 1,
        Switch = ("failClosed", "true"),
    };

    private static string[] Words(string text) => text.Split(' ');
}
