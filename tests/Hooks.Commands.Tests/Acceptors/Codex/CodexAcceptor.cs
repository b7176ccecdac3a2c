namespace Hooks.Commands.Tests.Acceptors.Codex;

/// <summary>
/// Codex CLI 0.147. It refuses every member that it does not know or does not expect there; a refused answer is a failed hook, and
/// the action proceeds (reference, section 2.13).
/// </summary>
internal sealed class CodexAcceptor : IHostAcceptor
{
    public static IReadOnlyList<string> Events { get; } =
    [
        "PreToolUse", "PermissionRequest", "PostToolUse", "PreCompact", "PostCompact", "SessionStart", "SessionEnd",
        "UserPromptSubmit", "SubagentStart", "SubagentStop", "Stop",
    ];

    public HostAction Judge(HostRun run)
    {
        if (!Events.Contains(run.EventName))
            throw new ArgumentException($"Codex has no event '{run.EventName}'.", nameof(run));
        try
        {
            return run.ExitCode switch
            {
                0 => Read(run),
                2 => Block(run),
                null => HostAction.Failed("timed out"),
                { } exit => HostAction.Failed($"exit code {exit}"),
            };
        }
        catch (ReplyShapeException wrong)
        {
            return HostAction.Failed(wrong.Message);
        }
    }

    // Exit code 2 is a block only with a reason on the error stream.
    private static HostAction Block(HostRun run)
    {
        var reason = run.Errors.Trim();
        if (reason.Length == 0)
            return HostAction.Failed("exit code 2 without a reason");
        var action = run.EventName switch
        {
            "PreToolUse" or "PermissionRequest" => new HostAction(HostCourse.Denied) { Reason = reason, Reader = Reader.Model },
            "UserPromptSubmit" => new HostAction(HostCourse.Denied) { Reason = reason, Reader = Reader.User },
            "PostToolUse" => HostAction.Nothing with { Feedback = reason },
            "Stop" or "SubagentStop" => new HostAction(HostCourse.KeepsWorking) { Reason = reason, Reader = Reader.Model },
            _ => HostAction.Failed("exit code 2"),
        };
        return run.ReadText().Trim().Length == 0 ? action : action.Ignoring("output");
    }

    private static HostAction Read(HostRun run)
    {
        var text = run.ReadText().Trim();
        if (text.Length == 0)
            return HostAction.Nothing;
        var reply = ReplyObject.Parse(text) ?? throw new ReplyShapeException("the output is not one JSON object");
        var action = run.EventName switch
        {
            "PreToolUse" => CodexToolReply.BeforeTool(run, reply),
            "PermissionRequest" => CodexToolReply.Permission(reply),
            "PostToolUse" => CodexToolReply.AfterTool(reply),
            "UserPromptSubmit" => CodexTurnReply.Prompt(reply),
            "SessionStart" or "SubagentStart" => CodexTurnReply.Start(run.EventName, reply),
            "Stop" or "SubagentStop" => CodexTurnReply.Stop(reply),
            "PreCompact" or "PostCompact" => CodexTurnReply.Universal(reply, HostAction.Nothing),
            _ => HostAction.Nothing,
        };
        return reply.Unread.FirstOrDefault() is { } unknown ? HostAction.Failed($"unknown or misplaced {unknown}") : action;
    }
}
