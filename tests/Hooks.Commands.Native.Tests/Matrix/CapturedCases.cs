using System.Runtime.CompilerServices;
using System.Text;

namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>
/// Payloads with the members, the order and the kinds of values of those that were captured from real agents (of Cursor, of the sample in
/// the reference), each as it is, with an order, and with nothing but itself to tell agent and event.
/// </summary>
internal static class CapturedCases
{
    private const string Session = "6b0e52aa-93f1-4d7e-8a54-1c2d3e4f5a6b";

    public static IEnumerable<Case> All =>
    [
        .. Of("claude", "pre-tool-use", "PreToolUse", "deny: no", "Denied 'no' to Model",
            "told: run mkdir -p out && cp report.md out/ | Bash, toolu_01ShopReportCopy, acceptEdits, /u/dev/shop, turn 0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f"),
        .. Of("claude", "permission-request", "PermissionRequest", "deny: no", "Denied 'no' to Model",
            "told: run mkdir -p out && cp report.md out/ | Bash, acceptEdits, /u/dev/shop, rules Bash(mkdir -p out) Read(//u/dev/shop/out/**)"),
        .. Of("claude", "user-prompt-submit", "UserPromptSubmit", "deny: no", "Denied 'no' to User",
            "told: Please copy `report.md` to the folder out. | acceptEdits, /u/dev/shop, /u/dev/.claude/projects/shop/s.jsonl"),
        .. Of("claude", "session-start", "SessionStart", "context: on main", "Proceeds, context 'on main'",
            "told: startup | claude-sonnet-5, /u/dev/shop, /u/dev/.claude/projects/shop/s.jsonl"),
        .. Of("claude", "stop", "Stop", "retry: go on", "KeepsWorking 'go on' to Model",
            "told: The report is in `out`. | 0, acceptEdits, /u/dev/shop"),
        .. Of("codex", "pre-tool-use", "PreToolUse", "deny: no", "Denied 'no' to Model",
            "told: run cp report.md out/ | Bash, exec-7d1f, default, /u/dev/shop, turn 0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f"),
        .. Of("codex", "stop", "Stop", "retry: go on", "KeepsWorking 'go on' to Model",
            "told: The report is in `out`. | 0, default, /u/dev/shop"),
        .. Of("gemini", "before-agent", "BeforeAgent", "deny: no", "Denied 'no' to User",
            "told: Copy the report | -, /u/dev/shop, /u/dev/.gemini/tmp/s.json"),
        .. Of("gemini", "session-start", "SessionStart", "context: on main", "Proceeds, context 'on main'",
            "told: startup | -, /u/dev/shop, /u/dev/.gemini/tmp/s.json"),
        .. Of("copilot", "pre-tool-use", "PreToolUse", "deny: no", "Denied 'no' to Model",
            "told: run cp report.md out/ | Bash, -, -, /u/dev/shop, turn -"),
        .. Of("copilot", "session-start", "SessionStart", "context: on main", "Proceeds, context 'on main'",
            "told: new | -, /u/dev/shop, -"),
        .. Of("cursor", "pre-tool-use", "preToolUse", "deny: no", "Denied 'no' to Model",
            "told: run cp report.md out/ | Shell, tool_9e, -, /u/dev/shop, turn 0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f"),
    ];

    private static IEnumerable<Case> Of(string agent, string file, string eventName, string order, string expected, string told)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), agent, file + ".json"));
        foreach (var (how, arguments) in new[] { ("", (string?)null), (", only the payload tells", "") })
        {
            yield return With("as it is", text, "Proceeds");
            yield return With("told", text.Replace(Session, "tell: me", StringComparison.Ordinal), "Proceeds") with { Says = told };
            yield return With(order, text.Replace(Session, order, StringComparison.Ordinal), expected);

            Case With(string what, string payload, string does) =>
                new(agent, eventName, $"captured {file}, {what}{how}", does) { Payload = Encoding.UTF8.GetBytes(payload), Arguments = arguments };
        }
    }

    private static string Folder([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "..", "Captured");
}
