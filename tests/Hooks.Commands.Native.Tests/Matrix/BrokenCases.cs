using System.Text;

namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>What no hook decides: input that cannot be read, arguments that are missing, names that nobody knows.</summary>
internal static class BrokenCases
{
    private static readonly (string Agent, string Gate, string Denied, string Stop, string Prompt, string PromptDenied)[] Agents =
    [
        ("claude", "PreToolUse", "Denied '*' to Model", "Stop", "UserPromptSubmit", "Denied '*' to User"),
        ("codex", "PreToolUse", "Denied '*' to Model", "Stop", "UserPromptSubmit", "Denied '*' to User"),
        ("gemini", "BeforeTool", "Denied '*' to Model", "AfterAgent", "BeforeAgent", "Denied '*' to User"),
        ("copilot", "PreToolUse", "Denied '*' to Model", "Stop", "UserPromptSubmit", "Proceeds"),
        ("cursor", "preToolUse", "Denied '*' to Model", "stop", "beforeSubmitPrompt", "Denied '*' to User"),
    ];

    public static IEnumerable<Case> All => Agents.SelectMany(agent => Unreadable(agent.Agent, agent.Gate, agent.Denied, agent.Stop, agent.Prompt, agent.PromptDenied)).Concat(Tolerated());

    private static IEnumerable<Case> Unreadable(string agent, string gate, string denied, string stop, string prompt, string promptDenied)
    {
        var usual = Payloads.Of(agent, gate, "ls");
        yield return Of(agent, gate, "nothing", denied, "");
        yield return Of(agent, gate, "an array", denied, "[]");
        yield return Of(agent, gate, "cut off", denied, usual[..^20]);
        yield return Of(agent, gate, "two documents", denied, usual + usual);
        yield return Of(agent, gate, "no tool", denied, usual.Replace("\"tool_name\"", "\"tool\"", StringComparison.Ordinal));
        yield return Of(agent, gate, "a tool that is a number", denied, usual.Replace("\"tool_name\":\"", "\"tool_name\":7,\"x\":\"", StringComparison.Ordinal));
        yield return Of(agent, gate, "arguments that are a text", denied, usual.Replace("\"tool_input\":{", "\"tool_input\":\"ls\",\"x\":{", StringComparison.Ordinal));
        yield return Of(agent, gate, "another event", denied, usual.Replace($"\"{gate}\"", $"\"{stop}\"", StringComparison.Ordinal));
        yield return Of(agent, gate, "too long", denied, $"{{\"x\":\"{new string('x', 17 * 1024 * 1024)}\"}}");
        yield return Of(agent, gate, "too deep", denied, usual.Replace("\"command\":\"ls\"", $"\"command\":{new string('[', 5000)}{new string(']', 5000)}", StringComparison.Ordinal));
        yield return Of(agent, gate, "no UTF-8", denied, "") with { Payload = [.. Encoding.UTF8.GetBytes(usual[..40]), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(usual[40..])] };
        yield return Of(agent, stop, "nothing", "Proceeds", "");
        yield return Of(agent, stop, "cut off", "Proceeds", Payloads.Of(agent, stop, "retry: x")[..^20]);
        yield return Of(agent, prompt, "nothing", promptDenied, "");
        yield return Of(agent, prompt, "no prompt", promptDenied, Payloads.Of(agent, prompt, "x").Replace("\"prompt\"", "\"promt\"", StringComparison.Ordinal));
        yield return Of(agent, gate, "an unknown argument", denied, usual) with { Arguments = $"--host {agent} --event {gate} --quiet" };
        yield return Of(agent, gate, "a deadline of nothing", denied, usual) with { Arguments = $"--host {agent} --event {gate} --deadline 0" };
    }

    private static IEnumerable<Case> Tolerated()
    {
        foreach (var (agent, gate, _, _, _, _) in Agents)
        {
            var denying = Payloads.Of(agent, gate, "deny: no");
            yield return Of(agent, gate, "a byte order mark", "Denied 'no' to Model", "\uFEFF" + denying);
            yield return Of(agent, gate, "members from the future", "Denied 'no' to Model", denying.Replace("{\"", "{\"from_the_future\":{\"a\":[1,null]},\"", StringComparison.Ordinal));
            yield return Of(agent, gate, "only the payload tells", "Denied 'no' to Model", denying) with { Arguments = "" };
        }

        yield return Of("claude", "PreToolUse", "a permission mode from the future", "Denied 'no' to Model", Payloads.Of("claude", "PreToolUse", "deny: no").Replace("\"default\"", "\"dreaming\"", StringComparison.Ordinal));
        yield return Of("claude", "PostToolUse", "an mcp tool's result", "Proceeds, result '*a secret*', feedback 'a secret'", Payloads.Of("claude", "PostToolUse", "deny: a secret").Replace("\"Bash\"", "\"mcp__db__query\"", StringComparison.Ordinal));
        yield return Of("codex", "PreToolUse", "an mcp tool", """Approved, input {"command":"ls","description":"List files","timeout":5000}""", Payloads.Of("codex", "PreToolUse", "approved: ls").Replace("\"Bash\"", "\"mcp__db__query\"", StringComparison.Ordinal));
    }

    private static Case Of(string agent, string eventName, string what, string expected, string payload) =>
        new(agent, eventName, what, expected) { Payload = Encoding.UTF8.GetBytes(payload) };
}
