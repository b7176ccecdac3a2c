using Hooks.Commands.Tests.Verbs;

namespace Hooks.Commands.Tests.Invoking;

public class GeminiTests
{
    private const string Base = "\"hook_event_name\":\"BeforeToolSelection\",\"timestamp\":\"2026-01-01T00:00:00Z\"";

    /// <summary>As it is seen: the tools on offer are not in the payload.</summary>
    private const string Unknown = "{" + Base + ",\"llm_request\":{\"model\":\"m\",\"messages\":[],\"config\":{\"temperature\":1}}}";

    private const string Known = "{" + Base + ",\"llm_request\":{\"model\":\"m\",\"messages\":[],\"config\":{\"tools\":[{\"functionDeclarations\":[{\"name\":\"glob\"},{\"name\":\"replace\"}]}]}}}";

    [Theory]
    [InlineData(Unknown, "glob|read_file", """{"mode":"ANY","allowedFunctionNames":["glob","read_file"]}""", "duty to call one of them")]
    [InlineData(Unknown, "", """{"mode":"NONE","allowedFunctionNames":[]}""", "name the tools to keep")]
    [InlineData(Unknown, null, null, null)]
    [InlineData(Known, "GLOB|read_file", """{"mode":"ANY","allowedFunctionNames":["glob"]}""", "duty to call one of them")]
    [InlineData(Known, "read_file", """{"mode":"NONE","allowedFunctionNames":[]}""", "name the tools to keep")]
    [InlineData(Known, "glob|replace|more", null, null)]
    public async Task A_choice_of_tools_is_told(string payload, string? keep, string? toolConfig, string? notice)
    {
        var run = await NarrowAsync(payload, discovery => discovery.Narrow(keep?.Split('|', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(toolConfig is null ? "" : "{\"hookSpecificOutput\":{\"hookEventName\":\"BeforeToolSelection\",\"toolConfig\":" + toolConfig + "}}", run.Output);
        if (notice is null)
            Assert.Equal("", run.Error);
        else
            Assert.Contains(notice, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_choice_is_among_the_first()
    {
        var run = await NarrowAsync(Unknown, discovery =>
        {
            discovery.Narrow(["glob", "read_file"]);
            discovery.Narrow(["Read_File", "replace"]);
        });

        Assert.Equal("""["read_file"]""", run.Json.GetProperty("hookSpecificOutput").GetProperty("toolConfig").GetProperty("allowedFunctionNames").GetRawText());
    }

    private static Task<Command> NarrowAsync(string payload, Action<ToolDiscoveryContext> narrow)
    {
        var dispatcher = Guards.At();
        dispatcher.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, discovery =>
        {
            narrow(discovery);
            return HookResult.Modified;
        });
        return Command.RunAsync("--host gemini --event BeforeToolSelection", System.Text.Encoding.UTF8.GetBytes(payload), dispatcher);
    }
}
