namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>Claude Code: every event, and every verdict that its points take.</summary>
internal static class ClaudeCases
{
    private const string Rewritten = """input {"command":"ls -l","description":"List files","timeout":5000}""";

    public static IEnumerable<Case> All => BeforeTools().Concat(AfterTools()).Concat(Turns()).Concat(Gates()).Concat(Others());

    private static IEnumerable<Case> BeforeTools()
    {
        yield return Of("PreToolUse", "ls", "Proceeds");
        yield return Of("PreToolUse", "deny: no", "Denied 'no' to Model") with { Says = "outcome: Denied" };
        yield return Of("PreToolUse", "ask: sure?", "Asks 'sure?' to User");
        yield return Of("PreToolUse", "rewrite: ls -l", $"Proceeds, {Rewritten}");
        yield return Of("PreToolUse", "approved: ls -l", $"Proceeds, {Rewritten}");
        yield return Of("PreToolUse", "remove: description", """Proceeds, input {"command":"remove: description","timeout":5000}""");
        yield return Of("PreToolUse", "context: on main", "Proceeds, context 'on main'");
        yield return Of("PreToolUse", "replace: done", "Denied '*done' to Model");
        yield return Of("PreToolUse", "redirect: Read", "Denied '*Read*' to Model");
        yield return Of("PreToolUse", "retry: again", "Denied '*' to Model");
        yield return Of("PreToolUse", "allow: fine", "Denied '*' to Model");
        yield return Of("PreToolUse", "stop: budget", "StopsAll 'budget' to User");
        yield return Of("PreToolUse", "throw: x", "Denied '*' to Model");
        yield return Of("PreToolUse", "print: hello", "Proceeds") with { Says = "hello" };
        yield return Of("PreToolUse", "hang: x", "Denied '*' to Model") with { Says = "300 ms" };
        yield return Of("PreToolUse", "block: x", "Denied '*' to Model") with { Says = "300 ms" };
        yield return Of("PermissionRequest", "ls", "Proceeds");
        yield return Of("PermissionRequest", "allow: fine", "Approved");
        yield return Of("PermissionRequest", "deny: policy 7", "Denied 'policy 7' to Model");
        yield return Of("PermissionRequest", "ask: you", "Proceeds");
        yield return Of("PermissionRequest", "stop: budget", "StopsAll 'budget' to *");
        yield return Of("PermissionRequest", "throw: x", "Denied '*' to Model");
        yield return Of("PermissionRequest", "hang: x", "Denied '*' to Model");
        yield return Of("PermissionDenied", "ls", "Proceeds");
        yield return Of("PermissionDenied", "retry: again", "Proceeds, extra 'retry=true'");
        yield return Of("PermissionDenied", "deny: no", "Proceeds");
        yield return Of("PermissionDenied", "throw: x", "Proceeds");
    }

    private static IEnumerable<Case> AfterTools()
    {
        yield return Of("PostToolUse", "ls", "Proceeds") with { Says = "outcome: Succeeded" };
        yield return Of("PostToolUse", "deny: a secret", "Proceeds, result '{*a secret*}', feedback 'a secret'") with { Says = "outcome: Withheld" };
        yield return Of("PostToolUse", "replace: [redacted]", "Proceeds, result '{*[redacted]*}'") with { Says = "outcome: Replaced" };
        yield return Of("PostToolUse", "context: generated", "Proceeds, context 'generated'");
        yield return Of("PostToolUse", "stop: budget", "StopsAll 'budget' to User*");
        yield return Of("PostToolUse", "throw: x", "Proceeds, result '{*}', feedback '*'");
        yield return Of("PostToolUse", "hang: x", "Proceeds, result '{*}', feedback '*'");
        yield return Of("PostToolUse", "print: hello", "Proceeds") with { Says = "hello" };
        yield return Of("PostToolUseFailure", "ls", "Proceeds");
        yield return Of("PostToolUseFailure", "context: run npm ci", "Proceeds, context 'run npm ci'");
        yield return Of("PostToolUseFailure", "deny: no", "Proceeds*");
        yield return Of("PostToolUseFailure", "throw: x", "Proceeds");
        yield return Of("PostToolBatch", "ls", "Proceeds");
        yield return Of("PostToolBatch", "deny: enough", "StopsAll 'enough' to Model");
        yield return Of("PostToolBatch", "context: run tests", "Proceeds, context 'run tests'");
        yield return Of("PostToolBatch", "throw: x", "StopsAll '*' to Model");
    }

    private static IEnumerable<Case> Turns()
    {
        yield return Of("UserPromptSubmit", "fix it", "Proceeds");
        yield return Of("UserPromptSubmit", "deny: a secret", "Denied 'a secret' to User");
        yield return Of("UserPromptSubmit", "ask: really?", "Denied 'really?' to User");
        yield return Of("UserPromptSubmit", "context: on main", "Proceeds, context 'on main'");
        yield return Of("UserPromptSubmit", "rewrite: other words", "Denied '*' to User");
        yield return Of("UserPromptSubmit", "stop: budget", "StopsAll 'budget' to User");
        yield return Of("UserPromptSubmit", "throw: x", "Denied '*' to User");
        yield return Of("UserPromptSubmit", "hang: x", "Denied '*' to User");
        yield return Of("UserPromptExpansion", "prod", "Proceeds");
        yield return Of("UserPromptExpansion", "deny: freeze", "Denied 'freeze' to User");
        yield return Of("UserPromptExpansion", "throw: x", "Denied '*' to User");
        yield return Of("Stop", "done", "Proceeds");
        yield return Of("Stop", "retry: tests are red", "KeepsWorking 'tests are red' to Model");
        yield return Of("Stop", "deny: enough", "StopsAll 'enough' to User");
        yield return Of("Stop", "stop: enough", "StopsAll 'enough' to User");
        yield return Of("Stop", "throw: x", "Proceeds");
        yield return Of("Stop", "hang: x", "Proceeds");
        yield return Of("SubagentStop", "done", "Proceeds");
        yield return Of("SubagentStop", "retry: cite paths", "KeepsWorking 'cite paths' to Model");
        yield return Of("SubagentStop", "throw: x", "Proceeds");
        yield return Of("SubagentStart", "context: be brief", "Proceeds, context 'be brief'");
        yield return Of("SubagentStart", "throw: x", "Proceeds");
    }

    private static IEnumerable<Case> Gates()
    {
        yield return Of("PreCompact", "keep names", "Proceeds");
        yield return Of("PreCompact", "deny: not now", "Denied 'not now' to User");
        yield return Of("PreCompact", "throw: x", "Proceeds");
        yield return Of("PreModelSwitch", "opus", "Proceeds");
        yield return Of("PreModelSwitch", "deny: dear", "Denied 'dear' to User");
        yield return Of("PreModelSwitch", "ask: dear?", "Asks 'dear?' to User");
        yield return Of("PreModelSwitch", "throw: x", "Denied '*' to User");
        yield return Of("PostModelSwitch", "context: be thrifty", "Proceeds, context 'be thrifty'");
        yield return Of("ConfigChange", "deny: locked", "Denied 'locked' to Nobody");
        yield return Of("ConfigChange", "throw: x", "Denied '*' to Nobody");
        yield return Of("TaskCreated", "deny: no ticket", "Denied 'no ticket' to Model");
        yield return Of("TaskCreated", "throw: x", "Denied '*' to Model");
        yield return Of("TaskCompleted", "login", "Proceeds");
        yield return Of("TaskCompleted", "deny: untested", "Denied 'untested' to Model");
        yield return Of("TaskCompleted", "stop: budget", "StopsAll 'budget' to User");
        yield return Of("TaskCompleted", "throw: x", "Denied '*' to Model");
        yield return Of("TeammateIdle", "retry: take the next", "KeepsWorking 'take the next' to Model");
        yield return Of("TeammateIdle", "deny: enough", "StopsAll 'enough' to User");
        yield return Of("TeammateIdle", "throw: x", "Proceeds");
        yield return Of("WorktreeCreate", "replace: /u/dev/w/a", "Proceeds, extra 'worktree=/u/dev/w/a'");
        yield return Of("WorktreeCreate", "deny: no room", "Denied 'no room' to User");
        yield return Of("WorktreeCreate", "throw: x", "Denied '*' to User");
        yield return Of("Elicitation", "credentials?", "Proceeds");
        yield return Of("Elicitation", "replace: alice", """Approved, input {"username":"alice"}, extra 'action=accept'""");
        yield return Of("Elicitation", "deny: no", "Denied*, extra 'action=decline'");
        yield return Of("Elicitation", "throw: x", "Denied*, extra 'action=decline'");
        yield return Of("ElicitationResult", "deny: no", "Denied*, extra 'action=decline'");
    }

    private static IEnumerable<Case> Others()
    {
        yield return Of("SessionStart", "s", "Proceeds");
        yield return Of("SessionStart", "context: on main", "Proceeds, context 'on main'");
        yield return Of("SessionStart", "stop: no", "Proceeds");
        yield return Of("SessionStart", "throw: x", "Proceeds");
        yield return Of("SessionStart", "print: hello", "Proceeds") with { Says = "hello" };
        yield return Of("MessageDisplay", "hi", "Proceeds");
        yield return Of("MessageDisplay", "replace: [redacted]", "Proceeds, result '[redacted]'");
        yield return Of("MessageDisplay", "deny: hidden", "Proceeds, result 'hidden'");
        foreach (var eventName in new[] { "Setup", "InstructionsLoaded", "Notification", "StopFailure", "CwdChanged", "FileChanged", "DirectoryAdded", "WorktreeRemove", "PostCompact", "SessionEnd" })
        {
            yield return Of(eventName, "x", "Proceeds");
            yield return Of(eventName, "context: nobody reads this", "Proceeds");
            yield return Of(eventName, "throw: x", "Proceeds");
        }
    }

    private static Case Of(string eventName, string order, string expected) => new("claude", eventName, order, expected);
}
