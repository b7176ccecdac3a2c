namespace Hooks.Commands.Tests.Acceptors.Cursor;

/// <summary>Cursor 3.9, as probed: flat answers, and with <c>failClosed</c> a gate that hears nothing is closed (reference, section 2.15).</summary>
internal sealed class CursorAcceptor : IHostAcceptor
{
    /// <summary>The events at which something can still be kept from happening.</summary>
    private static readonly string[] Gates =
    [
        "preToolUse", "beforeShellExecution", "beforeMCPExecution", "beforeReadFile", "beforeTabFileRead", "beforeSubmitPrompt",
    ];

    public static IReadOnlyList<string> Events { get; } =
    [
        .. Gates, "sessionStart", "sessionEnd", "subagentStart", "postToolUse", "postToolUseFailure", "subagentStop", "afterShellExecution", "afterMCPExecution",
        "afterFileEdit", "preCompact", "stop", "afterAgentResponse", "afterAgentThought", "afterTabFileEdit", "workspaceOpen",
    ];

    public HostAction Judge(HostRun run)
    {
        if (!Events.Contains(run.EventName))
            throw new ArgumentException($"Cursor has no event '{run.EventName}', and refuses a settings file with it.", nameof(run));
        var isGate = Gates.Contains(run.EventName);
        try
        {
            return Read(run, isGate);
        }
        catch (ReplyShapeException wrong)
        {
            return Fail(run, isGate, wrong.Message);
        }
    }

    private static HostAction Read(HostRun run, bool isGate)
    {
        if (run.ExitCode is not { } exit)
            return Fail(run, isGate, "timed out");
        var text = run.ReadText().Trim();
        if (exit == 2 && isGate)
            // The whole output is shown as the reason, JSON and all.
            return new HostAction(HostCourse.Denied) { Reason = text.Length == 0 ? run.Errors.Trim() : text, Reader = Reader.Model, Failure = text.Length == 0 ? null : "exit code 2 with output" };
        if (exit != 0)
            return Fail(run, isGate, $"exit code {exit}");
        if (text.Length == 0)
            return isGate && run.FailsClosed ? Fail(run, isGate, "no output") : HostAction.Nothing;
        var reply = ReplyObject.Parse(text) ?? throw new ReplyShapeException("the output is not one JSON object");
        if (isGate && run.FailsClosed && !reply.Has(run.EventName == "beforeSubmitPrompt" ? "continue" : "permission"))
            return Fail(run, isGate, "no permission");
        return CursorReply.Read(run, reply);
    }

    private static HostAction Fail(HostRun run, bool isGate, string why) =>
        isGate && run.FailsClosed ? new HostAction(HostCourse.Denied) { Reason = "the hook failed", Reader = Reader.Model, Failure = why } : HostAction.Failed(why);
}
