using System.Text.Json;

namespace Hooks.Samples.Tests.GuardedAgentRuns;

public sealed class HostilePlanTests
{
    // Clear the screen, set the title, turn the text around, hide, ring, go back, start a new line.
    private const string Hostile = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202egnirts\u200b\b\r\nfake  line";

    [Fact]
    public async Task Nothing_of_a_plan_controls_the_terminal()
    {
        var text = $"\"{JsonEncodedText.Encode(Hostile)}\"";
        using var run = await AgentRun.OfPlanAsync(
            $$"""{"tool": {{text}}, "arguments": { {{text}}: {{text}} }, "say": {{text}} }""",
            $$"""{"tool": "read_file", "arguments": {"path": {{text}} } }""",
            $$"""{"tool": "write_file", "arguments": {"path": "../{{text[1..]}}, "content": [{{text}}, { {{text}}: 1 }] } }""",
            $$"""{"tool": "run_shell", "arguments": {"command": "printf '\\033[2Jout'; printf '\\033[2Jerror' >&2; exit 3"} }""",
            $$"""{ {{text}}: 1 }""");
        Assert.DoesNotContain(run.Output + run.Errors, character =>
            (char.IsControl(character) && character is not '\n') || character is '\u202e' or '\u200b');
        Assert.Contains(@"\x1b[2J", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\nfake", run.Output, StringComparison.Ordinal);
        Assert.Contains("Done: 4 calls", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_the_output_of_a_failing_command_is_masked()
    {
        using var run = await AgentRun.OfPlanAsync(AgentRun.Shell("cat config/till.conf; exit 4"));
        Assert.Contains("[redacted]", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-fake", run.Output + string.Concat(run.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_do_not_see_the_variables_of_the_caller()
    {
        Environment.SetEnvironmentVariable("HOOKS_SAMPLE_CANARY", "visible");
        using var run = await AgentRun.OfPlanAsync(AgentRun.Shell("echo canary=$HOOKS_SAMPLE_CANARY"));
        Assert.DoesNotContain("canary=visible", string.Concat(run.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_output_is_cut()
    {
        using var run = await AgentRun.OfPlanAsync(AgentRun.Shell("head -c 9000000 /dev/zero | tr '\\0' x"));
        Assert.Contains("screen-results: shortened", run.Output, StringComparison.Ordinal);
        Assert.True(run.AuditOf(HookPoint.AfterToolCall).Single().GetRawText().Length < 4_000);
    }
}
