using System.Text.Json;

namespace Hooks.Guard.Tests.Records;

public sealed class AuditLogTests : IDisposable
{
    private readonly GuardScene _scene = new();

    public AuditLogTests() => _scene.Set("GUARD_AUDIT", Log);

    private string Log => Path.Combine(_scene.Home, "log", "audit.jsonl");

    private JsonElement[] Lines => [.. File.ReadAllText(Log).TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Each_event_is_a_line()
    {
        var hooks = _scene.Dispatcher();
        await hooks.SessionStartAsync(new() { SessionId = "s1", WorkingDirectory = _scene.Workspace });
        await hooks.BeforeTurnAsync(new() { SessionId = "s1", Prompt = "tidy up" });
        var call = _scene.Call("Bash", new() { ["command"] = "rm -rf /" });
        await hooks.BeforeToolCallAsync(call);
        call.Outcome = ToolCallOutcome.Denied;
        call.ErrorMessage = "outside";
        await hooks.AfterToolCallAsync(call);
        await hooks.SessionEndAsync(new() { SessionId = "s1", Reason = "exit" });
        Assert.Equal(["session_start", "prompt", "call", "outcome", "session_end"], Lines.Select(line => line.GetProperty("event").GetString()));
        Assert.Equal("rm -rf /", Lines[2].GetProperty("arguments").GetProperty("command").GetString());
        Assert.Equal(("Denied", "no-outside-deletes"), (Lines[3].GetProperty("outcome").GetString(), Lines[3].GetProperty("decided_by").GetString()));
    }

    [Fact]
    public void Hostile_text_stays_in_its_line_and_secrets_stay_out()
    {
        var secret = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345";
        _scene.Verdict("Bash\n{\"event\":\"forged\"}", new() { ["command"] = "x\n{\"event\":\"forged\"}\r\u2028\u001b[2J", [secret] = $"a {secret} b", ["nested"] = new object[] { secret, 1, true, 2.5 } });
        var text = File.ReadAllText(Log);
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.TrimEnd('\n'), character => character is < ' ' or '\u2028');
        var line = Assert.Single(Lines);
        Assert.Equal("a [GitHub token] b", line.GetProperty("arguments").GetProperty("[GitHub token]").GetString());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("2.5")]
    [InlineData("1E+300")]
    [InlineData("123456789012345678901234567890")]
    public void Numbers_are_on_file_as_they_are(string number)
    {
        _scene.Verdict("Resize", HookArguments.Parse($"{{\"by\":{number}}}"));
        Assert.Equal(number, Assert.Single(Lines).GetProperty("arguments").GetProperty("by").GetRawText());
    }

    [Fact]
    public void Long_text_is_cut_and_no_secret_is_cut_in_half()
    {
        var secret = "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345";
        _scene.Verdict("Write", new() { ["content"] = new string('x', 3_990) + " " + secret + new string(' ', 100_000) });
        Assert.InRange(new FileInfo(Log).Length, 4_000, 6_000);
        Assert.DoesNotContain("ghp_", File.ReadAllText(Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guards_that_run_beside_each_other_lose_no_line()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(guard => Task.Run(() =>
        {
            for (var at = 0; at < 100; at++)
                _scene.Verdict("Bash", new() { ["command"] = $"echo {guard}-{at}" });
        })));
        Assert.Equal(800, Lines.Select(line => line.GetProperty("arguments").GetProperty("command").GetString()).Distinct().Count());
    }

    [Fact]
    public void The_log_is_its_owners_alone()
    {
        _scene.Shell("ls");
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Log));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(Log)!));
    }

    [Fact]
    public void What_cannot_be_recorded_does_not_happen()
    {
        _scene.Set("GUARD_AUDIT", Directory.CreateDirectory(Path.Combine(_scene.Home, "folder")).FullName);
        Assert.Equal("deny audit", _scene.Shell("ls"));
    }
}
