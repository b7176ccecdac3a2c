using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors.Gemini;

/// <summary>
/// Gemini CLI. Its output is JSON, once or twice encoded, or else text for the user; what it does not know it overlooks
/// (reference, section 2.12).
/// </summary>
internal sealed class GeminiAcceptor : IHostAcceptor
{
    public static IReadOnlyList<string> Events { get; } =
    [
        "SessionStart", "SessionEnd", "BeforeAgent", "AfterAgent", "BeforeModel", "AfterModel", "BeforeToolSelection", "BeforeTool",
        "AfterTool", "PreCompress", "Notification",
    ];

    public HostAction Judge(HostRun run)
    {
        if (!Events.Contains(run.EventName))
            throw new ArgumentException($"Gemini CLI has no event '{run.EventName}'.", nameof(run));
        if (run.ExitCode is not { } exit)
            return HostAction.Failed("timed out");
        try
        {
            return Read(run, exit);
        }
        catch (ReplyShapeException wrong)
        {
            return HostAction.Failed(wrong.Message);
        }
    }

    private static HostAction Read(HostRun run, int exit)
    {
        var text = run.ReadText().Trim();
        if (exit != 0)
            return Fail(run, exit, text);
        if (text.Length == 0)
            return HostAction.Nothing;
        if (Decode(text) is { } reply)
            return GeminiReply.Read(run, reply);
        // Text that is no JSON is shown to the user, and the action proceeds.
        return HostAction.Failed("the output is not a JSON object") with { Notice = text };
    }

    // A JSON string with JSON in it counts as that JSON.
    private static ReplyObject? Decode(string text)
    {
        if (!text.StartsWith('"'))
            return ReplyObject.Parse(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            return ReplyObject.Parse(document.RootElement.GetString()!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // 2 blocks with the error stream as its reason; 1 only warns; every other code denies, as the program does and not as it is
    // documented. Without a text there is nothing to block with.
    private static HostAction Fail(HostRun run, int exit, string text)
    {
        var errors = run.Errors.Trim();
        var failed = HostAction.Failed($"exit code {exit}") with { Notice = errors.Length == 0 ? null : errors };
        var action = exit == 1 || errors.Length == 0 ? failed : GeminiReply.Deny(run.EventName, HostAction.Nothing, errors) ?? failed;
        if (exit != 2)
            action = action with { Failure = $"exit code {exit}" };
        return text.Length == 0 ? action : action.Ignoring("output");
    }
}
