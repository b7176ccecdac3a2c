namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>Gemini CLI, which lays changed arguments over the old ones, so that none can be taken away.</summary>
internal static class GeminiCases
{
    public static IEnumerable<Case> All
    {
        get
        {
            yield return Of("BeforeTool", "ls", "Proceeds");
            yield return Of("BeforeTool", "deny: no", "Denied 'no' to Model") with { Says = "outcome: Denied" };
            yield return Of("BeforeTool", "ask: sure?", "Denied 'sure?' to Model");
            yield return Of("BeforeTool", "rewrite: ls -l", """Proceeds, input {"command":"ls -l","description":"List files","timeout":5000}""");
            yield return Of("BeforeTool", "remove: description", "Denied '*' to Model");
            yield return Of("BeforeTool", "context: on main", "Proceeds");
            yield return Of("BeforeTool", "replace: done", "Denied '*done' to Model");
            yield return Of("BeforeTool", "stop: budget", "StopsAll 'budget' to User");
            yield return Of("BeforeTool", "throw: x", "Denied '*' to Model");
            yield return Of("BeforeTool", "print: hello", "Proceeds") with { Says = "hello" };
            yield return Of("BeforeTool", "hang: x", "Denied '*' to Model");
            yield return Of("AfterTool", "ls", "Proceeds");
            yield return Of("AfterTool", "deny: a secret", "Proceeds, result 'a secret'");
            yield return Of("AfterTool", "replace: [redacted]", "Proceeds, result '[redacted]'");
            yield return Of("AfterTool", "context: generated", "Proceeds, context 'generated'");
            yield return Of("AfterTool", "stop: budget", "StopsAll 'budget' to User*");
            yield return Of("AfterTool", "throw: x", "Proceeds, result '*'");
            yield return Of("BeforeAgent", "fix it", "Proceeds");
            yield return Of("BeforeAgent", "deny: a secret", "Denied 'a secret' to User");
            yield return Of("BeforeAgent", "ask: really?", "Denied 'really?' to User");
            yield return Of("BeforeAgent", "context: on main", "Proceeds, context 'on main'");
            yield return Of("BeforeAgent", "rewrite: other words", "Denied '*' to User");
            yield return Of("BeforeAgent", "stop: budget", "StopsAll 'budget' to User");
            yield return Of("BeforeAgent", "throw: x", "Denied '*' to User");
            yield return Of("AfterAgent", "done", "Proceeds");
            yield return Of("AfterAgent", "retry: tests are red", "KeepsWorking 'tests are red' to Model");
            yield return Of("AfterAgent", "deny: enough", "StopsAll 'enough' to User");
            yield return Of("AfterAgent", "throw: x", "Proceeds");
            yield return Of("AfterAgent", "hang: x", "Proceeds");
            yield return Of("BeforeModel", "hi", "Proceeds");
            yield return Of("BeforeModel", "deny: no", "Denied 'no' to Model");
            yield return Of("BeforeModel", "rewrite: gemini-3-flash", "Proceeds, input {*gemini-3-flash*}");
            yield return Of("BeforeModel", "replace: an answer", "Proceeds, result 'an answer'");
            yield return Of("BeforeModel", "throw: x", "Denied '*' to Model");
            yield return Of("AfterModel", "hi", "Proceeds");
            yield return Of("AfterModel", "deny: a secret", "Denied 'a secret' to Model");
            yield return Of("AfterModel", "rewrite: [redacted]", "Proceeds, result '[redacted]'");
            yield return Of("AfterModel", "replace: [redacted]", "Proceeds, result '[redacted]'");
            yield return Of("AfterModel", "throw: x", "Denied '*' to Model");
            yield return Of("BeforeToolSelection", "hi", "Proceeds");
            yield return Of("BeforeToolSelection", "narrow: read_file", "Proceeds, extra 'tools=ANY:[\"read_file\"]'");
            yield return Of("BeforeToolSelection", "deny: no tools", "Proceeds, extra 'tools=NONE:[]'");
            yield return Of("BeforeToolSelection", "throw: x", "Proceeds, extra 'tools=NONE:*'");
            yield return Of("SessionStart", "context: on main", "Proceeds, context 'on main'");
            yield return Of("SessionStart", "throw: x", "Proceeds");
            yield return Of("SessionEnd", "context: nobody reads this", "Proceeds");
            yield return Of("PreCompress", "deny: not now", "Proceeds");
            yield return Of("Notification", "throw: x", "Proceeds");
        }
    }

    private static Case Of(string eventName, string order, string expected) => new("gemini", eventName, order, expected);
}
