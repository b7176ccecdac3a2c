namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>GitHub Copilot CLI in the dialect with Claude's names, and some of the other.</summary>
internal static class CopilotCases
{
    public static IEnumerable<Case> All
    {
        get
        {
            yield return Of("PreToolUse", "ls", "Proceeds");
            yield return Of("PreToolUse", "deny: no", "Denied 'no' to Model") with { Says = "outcome: Denied" };
            yield return Of("PreToolUse", "ask: sure?", "Asks 'sure?' to User");
            yield return Of("PreToolUse", "rewrite: ls -l", """Proceeds, input {"command":"ls -l","description":"List files","timeout":5000}""");
            yield return Of("PreToolUse", "remove: description", """Proceeds, input {"command":"remove: description","timeout":5000}""");
            yield return Of("PreToolUse", "context: on main", "Proceeds");
            yield return Of("PreToolUse", "replace: done", "Denied '*done' to Model");
            yield return Of("PreToolUse", "stop: budget", "Denied 'budget' to Model");
            yield return Of("PreToolUse", "throw: x", "Denied '*' to Model");
            yield return Of("PreToolUse", "print: hello", "Proceeds") with { Says = "hello" };
            yield return Of("PreToolUse", "hang: x", "Denied '*' to Model");
            yield return Of("preToolUse", "ls", "Proceeds");
            yield return Of("preToolUse", "deny: no", "Denied 'no' to Model");
            yield return Of("preToolUse", "rewrite: ls -l", """Proceeds, input {"command":"ls -l","description":"List files"}""");
            yield return Of("preToolUse", "throw: x", "Denied '*' to Model");
            yield return Of("PermissionRequest", "ls", "Proceeds");
            yield return Of("PermissionRequest", "allow: fine", "Approved");
            yield return Of("PermissionRequest", "deny: no", "Denied 'no' to Model");
            yield return Of("PermissionRequest", "ask: you", "Proceeds");
            yield return Of("PermissionRequest", "stop: budget", "StopsAll 'budget' to Model");
            yield return Of("PermissionRequest", "throw: x", "Denied '*' to Model");
            yield return Of("PostToolUse", "ls", "Proceeds");
            yield return Of("PostToolUse", "deny: a secret", "Proceeds, result '*: a secret'");
            yield return Of("PostToolUse", "replace: [redacted]", "Proceeds, result '*: [redacted]'");
            yield return Of("PostToolUse", "context: generated", "Proceeds, context 'generated'");
            yield return Of("PostToolUse", "throw: x", "Proceeds, result '*'");
            yield return Of("postToolUse", "deny: a secret", "Proceeds, result '*: a secret'");
            yield return Of("PostToolUseFailure", "context: run npm ci", "Proceeds, context 'run npm ci'");
            yield return Of("PostToolUseFailure", "throw: x", "Proceeds");
            yield return Of("UserPromptSubmit", "deny: dropped by the agent", "Proceeds");
            yield return Of("UserPromptSubmit", "throw: x", "Proceeds");
            yield return Of("UserPromptTransformed", "replace: other words", "Proceeds, result 'other words'");
            yield return Of("userPromptTransformed", "replace: other words", "Proceeds, result 'other words'");
            yield return Of("Stop", "end_turn", "Proceeds");
            yield return Of("Stop", "retry: tests are red", "KeepsWorking 'tests are red' to Model");
            yield return Of("agentStop", "retry: tests are red", "KeepsWorking 'tests are red' to Model");
            yield return Of("Stop", "throw: x", "Proceeds");
            yield return Of("Stop", "hang: x", "Proceeds");
            yield return Of("SubagentStop", "retry: cite paths", "KeepsWorking 'cite paths' to Model");
            yield return Of("SubagentStop", "replace: other answer", "Proceeds, result 'other answer'");
            yield return Of("SessionStart", "context: on main", "Proceeds, context 'on main'");
            yield return Of("SubagentStart", "context: be brief", "Proceeds, context 'be brief'");
            yield return Of("Notification", "context: noted", "Proceeds, context 'noted'");
            yield return Of("SessionEnd", "context: nobody reads this", "Proceeds");
            yield return Of("ErrorOccurred", "throw: x", "Proceeds");
            yield return Of("PreCompact", "deny: not now", "Proceeds");
        }
    }

    private static Case Of(string eventName, string order, string expected) => new("copilot", eventName, order, expected);
}
