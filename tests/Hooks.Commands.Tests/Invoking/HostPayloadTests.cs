namespace Hooks.Commands.Tests.Invoking;

/// <summary>A hook that sees everything can be called by a test without a command around it.</summary>
public class HostPayloadTests
{
    [Fact]
    public void A_context_is_made_from_what_an_agent_would_have_written()
    {
        var context = new HostEventContext { Payload = HostPayload.Parse(CodingAgent.ClaudeCode, "SessionStart", """{"source":"resume","n":1}""") };

        Assert.Equal((CodingAgent.ClaudeCode, "SessionStart"), (context.Agent, context.EventName));
        Assert.True(context.Payload.TryGetString("source", out var source));
        Assert.Equal("resume", source);
        Assert.Equal(1, context.Payload.Root.GetProperty("n").GetInt32());
    }

    [Theory]
    [InlineData("[]", "Array")]
    [InlineData("{", "not JSON")]
    public void What_is_no_object_is_refused(string json, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>("json", () => HostPayload.Parse(CodingAgent.Codex, "Stop", json)).Message, StringComparison.Ordinal);
}
