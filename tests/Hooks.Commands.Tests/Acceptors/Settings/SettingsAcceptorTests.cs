namespace Hooks.Commands.Tests.Acceptors.Settings;

/// <summary>The acceptor refuses what an agent would refuse, ignore or misread.</summary>
public class SettingsAcceptorTests
{
    [Theory]
    [InlineData("claude", """{"hooks":{"PreToolUse":[{"matcher":"Bash","hooks":[{"type":"command","command":"g","args":["a"],"timeout":10,"onFailure":"block"}]}]}}""", "PreToolUse Bash g a 10000 True")]
    [InlineData("claude", """{"hooks":{"PreToolUse":[{"hooks":[{"type":"command","command":"g","timeout":10,"failClosed":true}]}]}}""", "no member failClosed")]
    [InlineData("claude", """{"hooks":{"PreToolUse":[{"onFailure":"block","hooks":[]}]}}""", "no member onFailure")]
    [InlineData("claude", """{"hooks":{"Stop":[{"hooks":[{"type":"command","command":"g","timeout":10,"onFailure":"block"}]}]}}""", "onFailure is ignored at Stop")]
    [InlineData("claude", """{"hooks":{"Stop":[{"matcher":"x","hooks":[{"type":"command","command":"g","timeout":10}]}]}}""", "Stop ignores a matcher")]
    [InlineData("claude", """{"hooks":{"preToolUse":[]}}""", "no event preToolUse")]
    [InlineData("claude", """{"hooks":{"PreToolUse":{}}}""", "PreToolUse is no array")]
    [InlineData("claude", """{"hooks":{"PreToolUse":[{"type":"command","command":"g"}]}}""", "no member type")]
    [InlineData("codex", """{"hooks":{"PreToolUse":[{"hooks":[{"type":"http","timeout":10}]}]}}""", "no command")]
    [InlineData("codex", """{"hooks":{"PreToolUse":[{"hooks":[{"type":"command","command":"g","args":[],"timeout":10}]}]}}""", "no member args")]
    [InlineData("gemini", """{"hooks":{"BeforeTool":[{"hooks":[{"type":"command","command":"g","timeout":10}]}]}}""", "BeforeTool  g  10 False")]
    [InlineData("gemini", """{"hooks":{"PreToolUse":[]}}""", "no event PreToolUse")]
    [InlineData("copilot", """{"hooks":{"preToolUse":[]}}""", "no version")]
    [InlineData("copilot", """{"version":1,"hooks":{"preToolUse":[{"type":"command","exec":"g","args":[],"timeout":10}]}}""", "no member timeout")]
    [InlineData("copilot", """{"version":1,"hooks":{"preToolUse":[{"type":"command","command":"g","args":[],"timeoutSec":10}]}}""", "args without exec")]
    [InlineData("copilot", """{"version":1,"hooks":{"preToolUse":[{"type":"command","exec":"g","bash":"g","timeoutSec":10}]}}""", "2 commands")]
    [InlineData("cursor", """{"version":1,"hooks":{"preToolUse":[{"command":"g","timeout":10,"failClosed":true}]}}""", "preToolUse  g  10000 True")]
    [InlineData("cursor", """{"version":1,"hooks":{"PreToolUse":[]}}""", "no event PreToolUse")]
    [InlineData("cursor", """{"version":1,"hooks":{"stop":[{"hooks":[]}]}}""", "no member hooks")]
    public void Settings_are_read_as_the_agent_reads_them(string host, string settings, string expected)
    {
        string actual;
        try
        {
            var entry = Assert.Single(new SettingsAcceptor(host).Accept(settings));
            actual = $"{entry.Event} {entry.Matcher} {entry.Program} {string.Join(' ', entry.Arguments ?? [])} {entry.Milliseconds} {entry.FailsClosed}";
        }
        catch (ReplyShapeException refusal)
        {
            actual = refusal.Message;
        }

        Assert.Equal(expected, actual);
    }
}
