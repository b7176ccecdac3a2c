using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors.Copilot;

/// <summary>
/// GitHub Copilot CLI, whose events go by two names: <c>preToolUse</c> and <c>PreToolUse</c>. Its answers are flat; before a tool a
/// hook that ends with any code but 0 denies (reference, section 2.14).
/// </summary>
internal sealed class CopilotAcceptor : IHostAcceptor
{
    private const int WholeOutput = 10 * 1024 * 1024;

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["SessionStart"] = "sessionStart",
        ["UserPromptSubmit"] = "userPromptSubmitted",
        ["UserPromptTransformed"] = "userPromptTransformed",
        ["PreToolUse"] = "preToolUse",
        ["PostToolUse"] = "postToolUse",
        ["PostToolUseFailure"] = "postToolUseFailure",
        ["PermissionRequest"] = "permissionRequest",
        ["Stop"] = "agentStop",
        ["SubagentStart"] = "subagentStart",
        ["SubagentStop"] = "subagentStop",
        ["Notification"] = "notification",
        ["SessionEnd"] = "sessionEnd",
        ["ErrorOccurred"] = "errorOccurred",
        ["PreCompact"] = "preCompact",
    };

    /// <summary>The events in the dialect whose payloads look like Claude Code's.</summary>
    public static IEnumerable<string> Events => Names.Keys;

    public HostAction Judge(HostRun run)
    {
        var name = Names.GetValueOrDefault(run.EventName) ?? (Names.ContainsValue(run.EventName) ? run.EventName : throw new ArgumentException($"Copilot CLI has no event '{run.EventName}'.", nameof(run)));
        if (run.ExitCode is not { } exit)
            return HostAction.Failed("timed out");
        if (exit != 0)
            return Fail(run, name, exit);
        try
        {
            return ReadDocument(run) is { } text ? CopilotReply.Read(name, text) : HostAction.Nothing;
        }
        catch (ReplyShapeException wrong)
        {
            return HostAction.Failed(wrong.Message);
        }
    }

    private static HostAction Fail(HostRun run, string name, int exit)
    {
        var said = run.Output.Length > 0;
        var action = name switch
        {
            "preToolUse" => new HostAction(HostCourse.Denied) { Reason = "Denied by preToolUse hook (hook errored)", Reader = Reader.Model, Failure = $"exit code {exit}" },
            "permissionRequest" when exit == 2 => new HostAction(HostCourse.Denied),
            "postToolUseFailure" when exit == 2 => HostAction.Nothing with { Context = Encoding.UTF8.GetString(run.Output).Trim() },
            _ => HostAction.Failed($"exit code {exit}"),
        };
        return said && action.Context is null ? action.Ignoring("output") : action;
    }

    // Lines that report progress are taken out; what is left has to be one document.
    private static ReplyObject? ReadDocument(HostRun run)
    {
        if (run.Output.Length > WholeOutput)
            throw new ReplyShapeException("the output is longer than 10 MiB");
        var text = string.Join('\n', run.ReadText().Split('\n').Where(line => !IsProgress(line))).Trim();
        if (text.Length == 0)
            return null;
        return ReplyObject.Parse(text) ?? throw new ReplyShapeException("the output is not one JSON object");
    }

    private static bool IsProgress(string line)
    {
        if (!line.Contains("\"progress\"", StringComparison.Ordinal))
            return false;
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("type", out var type) && type.ValueEquals("progress")
                && document.RootElement.TryGetProperty("message", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
