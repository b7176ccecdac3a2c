using System.Text;
using System.Text.Json;
using Hooks.Commands;
using Hooks.Commands.Native.Tests.Matrix;
using Hooks.Commands.Tests.Acceptors;
using Hooks.Commands.Tests.Acceptors.Claude;
using Hooks.Commands.Tests.Acceptors.Codex;
using Hooks.Commands.Tests.Acceptors.Copilot;
using Hooks.Commands.Tests.Acceptors.Cursor;
using Hooks.Commands.Tests.Acceptors.Gemini;

namespace Hooks.Guard.Tests.Agents;

// Guards that the same rule means the same in every agent: its payload, and what it makes of the answer. A star stands for any text.
public sealed class AgentTests : IDisposable
{
    private readonly GuardScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("claude", "PreToolUse", "Denied 'force-push is not allowed*")]
    [InlineData("codex", "PreToolUse", "Denied 'force-push is not allowed*")]
    [InlineData("gemini", "BeforeTool", "Denied 'force-push is not allowed*")]
    [InlineData("copilot", "PreToolUse", "Denied 'force-push is not allowed*")]
    [InlineData("copilot", "preToolUse", "Denied 'force-push is not allowed*")]
    [InlineData("cursor", "preToolUse", "Denied 'force-push is not allowed*")]
    [InlineData("cursor", "beforeShellExecution", "Denied 'force-push is not allowed*")]
    public Task A_force_push_is_denied(string agent, string eventName, string expected) => Expect(agent, eventName, "git push --force origin main", expected);

    [Theory]
    [InlineData("claude", "PreToolUse", "Proceeds")]
    [InlineData("codex", "PreToolUse", "Proceeds")]
    [InlineData("gemini", "BeforeTool", "Proceeds")]
    [InlineData("copilot", "PreToolUse", "Proceeds")]
    [InlineData("cursor", "preToolUse", "Proceeds")]
    public Task An_everyday_command_is_left_to_the_agent(string agent, string eventName, string expected) => Expect(agent, eventName, "git push --follow-tags", expected);

    [Theory]
    [InlineData("claude", "PreToolUse", "Asks 'this command cannot be understood*")]
    [InlineData("codex", "PreToolUse", "Denied 'this command cannot be understood*")]
    [InlineData("gemini", "BeforeTool", "Denied 'this command cannot be understood*")]
    [InlineData("copilot", "PreToolUse", "Asks 'this command cannot be understood*")]
    [InlineData("cursor", "preToolUse", "Denied 'this command cannot be understood*")]
    public Task What_cannot_be_understood_is_asked_about_or_denied(string agent, string eventName, string expected) => Expect(agent, eventName, "$RUN", expected);

    [Theory]
    [InlineData("claude", "UserPromptSubmit", "Denied '*GitHub token*")]
    [InlineData("codex", "UserPromptSubmit", "Denied '*GitHub token*")]
    [InlineData("gemini", "BeforeAgent", "Denied '*GitHub token*")]
    [InlineData("cursor", "beforeSubmitPrompt", "Denied '*GitHub token*")]
    public Task A_secret_in_a_prompt_is_not_sent(string agent, string eventName, string expected) => Expect(agent, eventName, "use ghp_" + "0123456789abcdefghijABCDEFGHIJ012345", expected);

    private async Task Expect(string agent, string eventName, string text, string expected)
    {
        var payload = Payloads.Of(agent, eventName, text);
        var output = new MemoryStream();
        var errors = new StringWriter();
        var exitCode = await CommandHost.RunAsync(["--host", agent, "--event", eventName, "--deadline", "60000"], _scene.Dispatcher(),
            new() { Input = new MemoryStream(Encoding.UTF8.GetBytes(payload)), Output = output, Error = errors });
        var action = Acceptor(agent).Judge(new(eventName, JsonDocument.Parse(payload).RootElement, exitCode, output.ToArray(), errors.ToString())).ToString();
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(expected).Replace("\\*", "[^\0]*", StringComparison.Ordinal)}$", action);
        Assert.DoesNotContain("IGNORED", action, StringComparison.Ordinal);
        Assert.DoesNotContain("ghp_", action + errors, StringComparison.Ordinal);
    }

    private static IHostAcceptor Acceptor(string agent) => agent switch
    {
        "claude" => new ClaudeAcceptor(),
        "codex" => new CodexAcceptor(),
        "gemini" => new GeminiAcceptor(),
        "copilot" => new CopilotAcceptor(),
        _ => new CursorAcceptor(),
    };
}
