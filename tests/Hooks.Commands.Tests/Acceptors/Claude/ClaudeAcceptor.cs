namespace Hooks.Commands.Tests.Acceptors.Claude;

/// <summary>
/// Claude Code 2.1.295 with a handler of the type <c>command</c>: the exit code, then whether the output is JSON or plain text, then
/// what the event reads of it (reference, sections 2.1 to 2.6).
/// </summary>
internal sealed class ClaudeAcceptor : IHostAcceptor
{
    /// <summary>How many characters of a text reach the model whole; beyond that it gets a preview and a path.</summary>
    private const int WholeText = 10_000;

    public HostAction Judge(HostRun run)
    {
        var law = ClaudeLaw.Of(run.EventName);
        if (run.ExitCode is not { } exit)
            return run.EventName == "PreModelSwitch" ? Blocked(law, "timed out") : Open(run, law, "timed out");
        try
        {
            return run.EventName == "WorktreeCreate" ? ClaudeWorktree.Judge(run, exit) : Read(run, law, exit);
        }
        catch (ReplyShapeException wrong)
        {
            return exit == 2 && law is { Block: not null, TakesExitCode: true } ? Blocked(law, run.Errors.Trim()) with { Failure = wrong.Message } : Open(run, law, wrong.Message, exit);
        }
    }

    private static HostAction Read(HostRun run, ClaudeLaw law, int exit)
    {
        var text = run.ReadText().Trim();
        // Only what begins with { and ends with } is tried as JSON; all else, and what does not parse, is plain text.
        var reply = text is ['{', .., '}'] ? ReplyObject.Parse(text) : null;
        if (!law.TakesOutput)
            return Discard(reply, text, exit);
        if (reply is not null)
            return Ended(ClaudeReply.Read(run, law, reply) is var action && exit == 2 && law.TakesExitCode ? Block(law, action, run.Errors.Trim()) : action, law, exit);
        if (exit == 2 && law is { TakesExitCode: true, Block: not null })
            return text.Length == 0 ? Blocked(law, run.Errors.Trim()) : Blocked(law, run.Errors.Trim()).Ignoring("output");
        if (exit != 0)
            return law.TakesExitCode ? Open(run, law, $"exit code {exit}", exit) : HostAction.Nothing.Ignoring($"exit code {exit}");
        if (text.Length == 0)
            return HostAction.Nothing;
        if (!law.TakesText)
            return HostAction.Nothing.Ignoring("output");
        return text.Length <= WholeText ? HostAction.Nothing with { Context = text } : (HostAction.Nothing with { Context = text[..WholeText] }).Ignoring("output beyond 10,000 characters");
    }

    // With a JSON answer the other exit codes mean nothing.
    private static HostAction Ended(HostAction action, ClaudeLaw law, int exit) =>
        exit == 0 || (exit == 2 && law is { TakesExitCode: true, Block: not null }) ? action : action.Ignoring($"exit code {exit}");

    // Exit code 2 blocks whatever the JSON says; its blocking reason comes before the error stream.
    private static HostAction Block(ClaudeLaw law, HostAction action, string errors)
    {
        if (law.Block is not { } course || action.Course == HostCourse.StopsAll)
            return action;
        if (law.IsFeedback)
            return action with { Feedback = action.Feedback ?? errors };
        return action.Course == course ? action : action with { Course = course, Reason = errors, Reader = law.Reader };
    }

    private static HostAction Blocked(ClaudeLaw law, string reason) =>
        law.IsFeedback
            ? HostAction.Nothing with { Feedback = reason }
            : new HostAction(law.Block!.Value) { Reason = reason, Reader = law.Reader };

    // What a failed hook leads to: the action proceeds, unless the handler's own onFailure says block. A wrong shape at exit
    // code 0 proceeds even then, for nobody has seen a command hook blocked for it; and so does exit code 2 at PermissionRequest.
    private static HostAction Open(HostRun run, ClaudeLaw law, string why, int? exit = null)
    {
        var closes = run.FailsClosed && law.CanFailClosed && exit is not 0;
        if (!closes || (law.Block is null && (run.EventName != "PermissionRequest" || exit == 2)))
            return HostAction.Failed(why);
        return law.IsFeedback ? HostAction.Failed(why) : new HostAction(law.Block ?? HostCourse.Denied) { Reason = "the hook failed", Reader = law.Reader, Failure = why };
    }

    private static HostAction Discard(ReplyObject? reply, string text, int exit)
    {
        _ = reply?.Text("terminalSequence");
        var action = reply is not null ? HostAction.Nothing.Ignoring(reply.Unread) : text.Length == 0 ? HostAction.Nothing : HostAction.Nothing.Ignoring("output");
        return exit == 0 ? action : action.Ignoring($"exit code {exit}");
    }
}
