namespace Hooks.Commands.Tests.Acceptors.Claude;

/// <summary>What Claude Code reads of an answer to one event, and what exit code 2 means there.</summary>
internal sealed record ClaudeLaw
{
    /// <summary>The members of <c>hookSpecificOutput</c>; null if the event has no such object.</summary>
    public string[]? Specific { get; init; }

    /// <summary>What a block does: exit code 2, and <c>decision: block</c> where it is read. Null if nothing can be blocked.</summary>
    public HostCourse? Block { get; init; }

    /// <summary>Who reads the reason of a block.</summary>
    public Reader Reader { get; init; } = Reader.Model;

    /// <summary>Whether a block is feedback beside a result that stays, because the tool has run.</summary>
    public bool IsFeedback { get; init; }

    /// <summary>Whether <c>decision: block</c> is read.</summary>
    public bool TakesDecision { get; init; }

    /// <summary>Whether <c>continue: false</c> is read.</summary>
    public bool TakesContinue { get; init; }

    /// <summary>Whether plain text reaches the model.</summary>
    public bool TakesText { get; init; }

    /// <summary>Whether <c>systemMessage</c> is read.</summary>
    public bool TakesNotice { get; init; } = true;

    /// <summary>Whether exit codes mean anything.</summary>
    public bool TakesExitCode { get; init; } = true;

    /// <summary>Whether anything of the output is read but <c>terminalSequence</c>.</summary>
    public bool TakesOutput { get; init; } = true;

    /// <summary>Whether <c>onFailure: block</c> has an effect.</summary>
    public bool CanFailClosed { get; init; } = true;

    private static readonly ClaudeLaw Discarded = new() { TakesOutput = false, TakesExitCode = false };

    private static readonly ClaudeLaw Prompt = new()
    {
        Specific = ["additionalContext", "sessionTitle", "suppressOriginalPrompt"],
        Block = HostCourse.Denied, Reader = Reader.User, TakesDecision = true, TakesContinue = true, TakesText = true,
    };

    private static readonly ClaudeLaw Stopping = new()
    {
        Specific = ["additionalContext"], Block = HostCourse.KeepsWorking, TakesDecision = true, TakesContinue = true, CanFailClosed = false,
    };

    private static readonly ClaudeLaw Switch = new()
    {
        Specific = ["permissionDecision", "permissionDecisionReason"], Block = HostCourse.Denied, Reader = Reader.User, TakesDecision = true,
    };

    private static readonly ClaudeLaw Elicited = new() { Specific = ["action", "content"], Block = HostCourse.Denied, Reader = Reader.Nobody };

    private static readonly Dictionary<string, ClaudeLaw> Laws = new(StringComparer.Ordinal)
    {
        ["SessionStart"] = new() { Specific = ["additionalContext", "sessionTitle", "watchPaths", "reloadSkills", "initialUserMessage"], TakesText = true },
        ["Setup"] = Discarded,
        ["InstructionsLoaded"] = Discarded,
        ["UserPromptSubmit"] = Prompt,
        ["UserPromptExpansion"] = Prompt with { Specific = ["additionalContext"] },
        ["MessageDisplay"] = new() { Specific = ["displayContent"] },
        ["PreToolUse"] = new()
        {
            Specific = ["permissionDecision", "permissionDecisionReason", "updatedInput", "additionalContext"],
            Block = HostCourse.Denied, TakesDecision = true, TakesContinue = true,
        },
        ["PermissionRequest"] = new() { Specific = ["decision"], TakesContinue = true },
        ["PermissionDenied"] = new() { Specific = ["retry"], TakesExitCode = false },
        ["PostToolUse"] = new()
        {
            Specific = ["additionalContext", "updatedToolOutput", "classifierContext"],
            Block = HostCourse.Proceeds, IsFeedback = true, TakesDecision = true, TakesContinue = true,
        },
        ["PostToolUseFailure"] = new() { Specific = ["additionalContext"], Block = HostCourse.Proceeds, IsFeedback = true, TakesContinue = true },
        ["PostToolBatch"] = new() { Specific = ["additionalContext"], Block = HostCourse.StopsAll, TakesDecision = true, TakesContinue = true },
        ["Notification"] = Discarded,
        ["SubagentStart"] = new() { Specific = ["additionalContext"] },
        ["SubagentStop"] = Stopping,
        ["Stop"] = Stopping,
        ["StopFailure"] = Discarded,
        ["TaskCreated"] = new() { Block = HostCourse.Denied, TakesDecision = true },
        ["TaskCompleted"] = new() { Block = HostCourse.Denied, TakesContinue = true, CanFailClosed = false },
        ["TeammateIdle"] = new() { Block = HostCourse.KeepsWorking, TakesContinue = true, CanFailClosed = false },
        ["ConfigChange"] = new() { Block = HostCourse.Denied, Reader = Reader.Nobody, TakesDecision = true, TakesContinue = true },
        ["CwdChanged"] = new() { Specific = ["watchPaths"] },
        ["FileChanged"] = new() { Specific = ["watchPaths"] },
        ["DirectoryAdded"] = new(),
        ["WorktreeCreate"] = new() { Block = HostCourse.Denied, Reader = Reader.User },
        ["WorktreeRemove"] = Discarded,
        ["PreCompact"] = new() { Block = HostCourse.Denied, Reader = Reader.User, TakesDecision = true, TakesNotice = false },
        ["PostCompact"] = Discarded,
        ["PreModelSwitch"] = Switch,
        ["PostModelSwitch"] = new() { Specific = ["additionalContext"], TakesText = true },
        ["Elicitation"] = Elicited,
        ["ElicitationResult"] = Elicited,
        ["SessionEnd"] = Discarded,
    };

    public static IEnumerable<string> Events => Laws.Keys;

    public static ClaudeLaw Of(string eventName) =>
        Laws.TryGetValue(eventName, out var law) ? law : throw new ArgumentException($"Claude Code has no event '{eventName}'.", nameof(eventName));
}
