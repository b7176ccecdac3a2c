namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>Codex CLI, which counts every unexpected member as a failed hook, and lets go on.</summary>
internal static class CodexCases
{
    public static IEnumerable<Case> All
    {
        get
        {
            yield return Of("PreToolUse", "ls", "Proceeds");
            yield return Of("PreToolUse", "deny: no", "Denied 'no' to Model") with { Says = "outcome: Denied" };
            yield return Of("PreToolUse", "ask: sure?", "Denied 'sure?' to Model");
            yield return Of("PreToolUse", "rewrite: ls -l", "Denied '*' to Model");
            yield return Of("PreToolUse", "approved: ls -l", """Approved, input {"command":"ls -l","description":"List files","timeout":5000}""");
            yield return Of("PreToolUse", "context: on main", "Proceeds, context 'on main'");
            yield return Of("PreToolUse", "replace: done", "Denied '*done' to Model");
            yield return Of("PreToolUse", "stop: budget", "Denied 'budget' to Model");
            yield return Of("PreToolUse", "throw: x", "Denied '*' to Model");
            yield return Of("PreToolUse", "print: hello", "Proceeds") with { Says = "hello" };
            yield return Of("PreToolUse", "hang: x", "Denied '*' to Model");
            yield return Of("PermissionRequest", "ls", "Proceeds");
            yield return Of("PermissionRequest", "allow: fine", "Approved");
            yield return Of("PermissionRequest", "deny: no", "Denied 'no' to Model");
            yield return Of("PermissionRequest", "ask: you", "Proceeds");
            yield return Of("PermissionRequest", "rewrite: ls -l", "Denied '*' to Model");
            yield return Of("PermissionRequest", "stop: budget", "Denied 'budget' to Model");
            yield return Of("PermissionRequest", "throw: x", "Denied '*' to Model");
            yield return Of("PostToolUse", "ls", "Proceeds");
            yield return Of("PostToolUse", "deny: a secret", "StopsAll*'a secret'*");
            yield return Of("PostToolUse", "replace: [redacted]", "StopsAll*");
            yield return Of("PostToolUse", "context: generated", "Proceeds, context 'generated'");
            yield return Of("PostToolUse", "stop: budget", "StopsAll*'budget'*");
            yield return Of("PostToolUse", "throw: x", "StopsAll*");
            yield return Of("UserPromptSubmit", "fix it", "Proceeds");
            yield return Of("UserPromptSubmit", "deny: a secret", "Denied 'a secret' to User");
            yield return Of("UserPromptSubmit", "ask: really?", "Denied 'really?' to User");
            yield return Of("UserPromptSubmit", "context: on main", "Proceeds, context 'on main'");
            yield return Of("UserPromptSubmit", "stop: budget", "StopsAll 'budget' to User");
            yield return Of("UserPromptSubmit", "throw: x", "Denied '*' to User");
            yield return Of("SessionStart", "context: on main", "Proceeds, context 'on main'");
            yield return Of("SessionStart", "throw: x", "Proceeds");
            yield return Of("SubagentStart", "context: be brief", "Proceeds, context 'be brief'");
            yield return Of("Stop", "done", "Proceeds");
            yield return Of("Stop", "retry: tests are red", "KeepsWorking 'tests are red' to Model");
            yield return Of("Stop", "throw: x", "Proceeds");
            yield return Of("Stop", "hang: x", "Proceeds");
            yield return Of("SubagentStop", "retry: cite paths", "KeepsWorking 'cite paths' to Model");
            yield return Of("PreCompact", "x", "Proceeds");
            yield return Of("PreCompact", "stop: not now", "StopsAll 'not now' to User");
            yield return Of("PreCompact", "throw: x", "Proceeds");
            yield return Of("PostCompact", "throw: x", "Proceeds");
            yield return Of("SessionEnd", "context: nobody reads this", "Proceeds");
        }
    }

    private static Case Of(string eventName, string order, string expected) => new("codex", eventName, order, expected);
}
