using System.Text;

namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>Cursor, whose gates have to hear an allow where the settings let them fail closed.</summary>
internal static class CursorCases
{
    public static IEnumerable<Case> All
    {
        get
        {
            yield return Of("preToolUse", "ls", "Proceeds");
            yield return Of("preToolUse", "deny: no", "Denied 'no' to Model") with { Says = "outcome: Denied" };
            yield return Of("preToolUse", "ask: sure?", "Denied 'sure?' to Model");
            yield return Of("preToolUse", "rewrite: ls -l", """Proceeds, input {"command":"ls -l","cwd":"","timeout":30000}""");
            yield return Of("preToolUse", "context: on main", "Proceeds");
            yield return Of("preToolUse", "replace: done", "Denied '*done' to Model");
            yield return Of("preToolUse", "stop: budget", "Denied 'budget' to Model");
            yield return Of("preToolUse", "throw: x", "Denied '*' to Model");
            yield return Of("preToolUse", "print: hello", "Proceeds") with { Says = "hello" };
            yield return Of("preToolUse", "hang: x", "Denied '*' to Model");
            yield return Of("beforeShellExecution", "ls", "Proceeds");
            yield return Of("beforeShellExecution", "deny: no", "Denied 'no' to Model");
            yield return Of("beforeShellExecution", "ask: sure?", "Denied 'sure?' to Model");
            yield return Of("beforeShellExecution", "rewrite: ls -l", "Denied '*' to Model");
            yield return Of("beforeMCPExecution", "x", "Proceeds");
            yield return Of("beforeMCPExecution", "deny: no", "Denied 'no' to Model");
            yield return Of("beforeReadFile", "x", "Proceeds");
            yield return Of("beforeReadFile", "deny: no", "Denied 'no' to Model");
            yield return Of("beforeReadFile", "throw: x", "Denied '*' to Model");
            yield return Of("beforeTabFileRead", "deny: no", "Denied 'no' to Model");
            yield return Of("beforeSubmitPrompt", "fix it", "Proceeds");
            yield return Of("beforeSubmitPrompt", "deny: a secret", "Denied 'a secret' to User");
            yield return Of("beforeSubmitPrompt", "ask: really?", "Denied 'really?' to User");
            yield return Of("beforeSubmitPrompt", "throw: x", "Denied '*' to User");
            yield return Of("subagentStart", "x", "Proceeds");
            yield return Of("subagentStart", "throw: x", "Proceeds");
            yield return Of("postToolUse", "ls", "Proceeds");
            yield return Of("postToolUse", "context: generated", "Proceeds, context 'generated'");
            yield return Of("postToolUse", "deny: a secret", "Proceeds*");
            yield return OfMcp("replace: [redacted]", "Proceeds, result '*[redacted]*'");
            yield return OfMcp("deny: a secret", "Proceeds, result '*a secret*'");
            yield return OfMcp("throw: x", "Proceeds, result '*'");
            yield return Of("postToolUseFailure", "x", "Proceeds");
            yield return Of("stop", "done", "Proceeds");
            yield return Of("stop", "retry: tests are red", "KeepsWorking 'tests are red' to Model");
            yield return Of("stop", "throw: x", "Proceeds");
            yield return Of("stop", "hang: x", "Proceeds");
            yield return Of("subagentStop", "retry: cite paths", "KeepsWorking 'cite paths' to Model");
            yield return Of("sessionStart", "context: on main", "Proceeds, context 'on main'");
            foreach (var eventName in new[] { "sessionEnd", "afterShellExecution", "afterMCPExecution", "afterFileEdit", "afterTabFileEdit", "preCompact", "afterAgentResponse", "afterAgentThought", "workspaceOpen" })
            {
                yield return Of(eventName, "x", "Proceeds");
                yield return Of(eventName, "throw: x", "Proceeds");
            }
        }
    }

    private static Case Of(string eventName, string order, string expected) => new("cursor", eventName, order, expected);

    private static Case OfMcp(string order, string expected) => Of("postToolUse", $"of an mcp tool, {order}", expected) with { Payload = Encoding.UTF8.GetBytes(CursorPayloads.McpResult(order)) };
}
