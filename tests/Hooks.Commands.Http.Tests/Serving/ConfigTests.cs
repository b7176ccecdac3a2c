using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Http.Tests.Serving;

/// <summary><c>config --http</c> and <c>check</c>: settings that post events to the server.</summary>
public sealed class ConfigTests : IDisposable
{
    private const string Server = "http://127.0.0.1:8471";
    private const string Guard = "/opt/guard";

    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-config-").FullName;

    public ConfigTests() => Directory.CreateDirectory(Path.Combine(_folder, ".claude"));

    private string File => Path.Combine(_folder, ".claude", "settings.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_server_can_answer_is_posted_with_the_token_of_a_variable()
    {
        using var settings = JsonDocument.Parse((await RunAsync("config", "--host", "claude", "--command", Guard, "--http", Server)).Output);

        var hooks = settings.RootElement.GetProperty("hooks");
        Assert.Equal(
            """{"type":"http","url":"http://127.0.0.1:8471/claude/PreToolUse?deadline=8000","headers":{"Authorization":"Bearer ${HOOKS_TOKEN}"},"allowedEnvVars":["HOOKS_TOKEN"],"timeout":10,"onFailure":"block"}""",
            Handler(hooks, "PreToolUse"));
        foreach (var member in hooks.EnumerateObject())
        {
            var isCommand = member.Name is "SessionStart" or "TaskCompleted" or "WorktreeCreate";
            Assert.Contains(isCommand ? "\"command\"" : "\"http\"", Handler(hooks, member.Name), StringComparison.Ordinal);
        }

        Assert.True(hooks.TryGetProperty("SessionStart", out _) && hooks.TryGetProperty("TaskCompleted", out _) && hooks.TryGetProperty("WorktreeCreate", out _));
    }

    [Fact]
    public async Task What_is_written_is_approved_stays_when_written_again_and_can_be_taken_out()
    {
        const string before = "{\n  // mine\n  \"hooks\": { \"Stop\": [ { \"hooks\": [ { \"type\": \"http\", \"url\": \"http://127.0.0.1:9/other\" } ] } ] }\n}\n";
        await System.IO.File.WriteAllTextAsync(File, before);
        Assert.Equal(0, (await RunAsync(Config("--write"))).Code);
        var written = await System.IO.File.ReadAllTextAsync(File);

        Assert.Equal(0, (await RunAsync("check", File)).Code);
        Assert.Contains("nothing to change", (await RunAsync(Config("--write"))).Error, StringComparison.Ordinal);
        Assert.Equal(written, await System.IO.File.ReadAllTextAsync(File));
        Assert.Equal(0, (await RunAsync(Config("--remove"))).Code);
        Assert.Equal(before, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Entries_that_start_the_program_become_posts_and_the_other_way_round()
    {
        await RunAsync("config", "--host", "claude", "--command", Guard, "--write", File);
        var started = await System.IO.File.ReadAllTextAsync(File);

        await RunAsync(Config("--write"));
        var posted = await System.IO.File.ReadAllTextAsync(File);
        Assert.Contains("\"http\"", posted, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("check", File)).Code);

        await RunAsync(Config("--remove"));
        await RunAsync("config", "--host", "claude", "--command", Guard, "--write", File);
        Assert.Equal(started, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task The_doctor_says_that_a_server_has_to_run()
    {
        await RunAsync(Config("--write"));

        var output = string.Join(' ', (await RunAsync("doctor", File)).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains($"posts to {Server}: serve has to run there", output, StringComparison.Ordinal);
        Assert.DoesNotContain("none that were found start this program", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"onFailure\": \"block\"", "\"statusMessage\": \"x\"", "a server that does not answer lets the call through")]
    [InlineData("Bearer ${HOOKS_TOKEN}", "Bearer 0123456789abcdef", "not sent its token")]
    [InlineData("\"HOOKS_TOKEN\"", "\"HOME\"", "not sent its token")]
    [InlineData("PreToolUse?deadline=8000", "PreToolUse", "'url' is not")]
    [InlineData("claude/PreToolUse?", "claude/PostToolUse?", "'url' is not")]
    public async Task Drift_is_named(string part, string changed, string message)
    {
        await RunAsync(Config("--write"));
        var text = await System.IO.File.ReadAllTextAsync(File);
        var at = text.IndexOf(part, text.IndexOf("\"PreToolUse\"", StringComparison.Ordinal), StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(File, text[..at] + changed + text[(at + part.Length)..]);

        var (code, output, _) = await RunAsync("check", File);

        Assert.Equal(1, code);
        Assert.Contains(message, Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        await RunAsync(Config("--write"));
        Assert.Equal(0, (await RunAsync("check", File)).Code);
    }

    [Theory]
    [InlineData("claude", "http://guard.example:8471", "this machine alone")]
    [InlineData("claude", "https://127.0.0.1:8471", "this machine alone")]
    [InlineData("claude", "http://127.0.0.1", "this machine alone")]
    [InlineData("claude", "http://127.0.0.1:0", "this machine alone")]
    [InlineData("claude", "http://127.0.0.1:70000", "this machine alone")]
    [InlineData("claude", "http://127.0.0.1:8471/x", "this machine alone")]
    [InlineData("claude", "http://127.0.0.1:8471@guard.example/", "this machine alone")]
    [InlineData("copilot", Server, "https alone")]
    [InlineData("codex", Server, "no http handlers")]
    [InlineData("gemini", Server, "no http handlers")]
    [InlineData("cursor", Server, "no http handlers")]
    public async Task What_cannot_be_is_refused(string host, string server, string message)
    {
        var (code, _, error) = await RunAsync("config", "--host", host, "--command", Guard, "--http", server);

        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_the_verb_has_no_server_to_post_to()
    {
        var error = new StringWriter();

        var code = await CommandHost.RunAsync(["config", "--host", "claude", "--command", Guard, "--http", Server], GeneratedHooks.CreateDispatcher(), new() { Output = new MemoryStream(), Error = error });

        Assert.Equal(2, code);
        Assert.Contains("Hooks.Commands.Http", error.ToString(), StringComparison.Ordinal);
    }

    private string[] Config(string option) => ["config", "--host", "claude", "--command", Guard, "--http", Server, option, File];

    private static string Handler(JsonElement hooks, string eventName) => JsonSerializer.Serialize(
        Assert.Single(Assert.Single(hooks.GetProperty(eventName).EnumerateArray()).GetProperty("hooks").EnumerateArray()),
        new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var output = new MemoryStream();
        var error = new StringWriter();
        var code = await HttpCommandHost.RunAsync(args, GeneratedHooks.CreateDispatcher(), new() { Output = output, Error = error });
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
