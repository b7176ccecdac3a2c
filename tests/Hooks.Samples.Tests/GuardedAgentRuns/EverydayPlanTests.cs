using System.Text.Json;
using GuardedAgent.Plan;

namespace Hooks.Samples.Tests.GuardedAgentRuns;

public sealed class EverydayPlanTests : IAsyncLifetime
{
    private const string SecretArgument = "sk-fake-0123456789abcdef";
    private const string SecretInFile = "sk-fake-5e5e5e5e5e5e";

    private AgentRun _run = null!;

    public async Task InitializeAsync() => _run = await AgentRun.StartAsync();

    public Task DisposeAsync()
    {
        _run.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Every_guard_leaves_its_mark_on_the_timeline()
    {
        AssertDenied("git push --force origin HEAD:main", "cancel by no-force-push");
        AssertDenied("git -C . push origin +HEAD:main", "cancel by no-force-push");
        AssertDenied("rm -rf ../neighbour", "cancel by no-outside-deletes");
        AssertDenied("cd .. && rm -rf neighbour", "cancel by no-outside-deletes");
        AssertDenied("../neighbour/notes.txt", "cancel by stay-in-workspace");
        AssertDenied("git push --quiet origin HEAD:main", "ask by ask-before-push");
        Assert.Contains("modified", _run.TimelineOf("echo pay --key [redacted]"), StringComparison.Ordinal);
        Assert.Contains("replace by screen-results: secrets masked", _run.TimelineOf("config/till.conf"), StringComparison.Ordinal);
        Assert.Contains("exit code 127", _run.TimelineOf("till-lint src"), StringComparison.Ordinal);
        Assert.Contains("budget: 0.081 of 0.100 USD spent", _run.Output, StringComparison.Ordinal);
        Assert.Contains("Done: 37 calls, 7 denied, 2 modified, 2 replaced, ", _run.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (_run.ExitCode, _run.Errors));

        void AssertDenied(string arguments, string by)
        {
            var lines = _run.TimelineOf(arguments);
            Assert.Contains(" denied ", lines, StringComparison.Ordinal);
            Assert.Contains(by, lines, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_neighbour_is_intact_and_the_remote_has_what_it_had()
    {
        Assert.Equal("Three weeks of somebody else's work.\n", File.ReadAllText(Path.Combine(_run.Folder, "neighbour", "notes.txt")));
        var pushed = Path.Combine(_run.Folder, "remote.git", "refs", "heads", "main");
        var first = Path.Combine(_run.Folder, "project", ".git", "refs", "heads", "main");

        // The agent commits on a branch, so that its own main still names the first commit. Without git there is neither.
        Assert.Equal(File.Exists(first) ? File.ReadAllText(first) : null, File.Exists(pushed) ? File.ReadAllText(pushed) : null);
    }

    [Fact]
    public void Every_call_is_on_file_before_its_outcome()
    {
        var calls = AgentPlan.Load(null).Steps.Count;
        Assert.True(calls >= 30);
        var lines = _run.Audit.Where(line => line.GetProperty("point").GetString() is "BeforeToolCall" or "AfterToolCall")
            .Select(line => (Point: line.GetProperty("point").GetString(), Call: line.GetProperty("context").GetProperty("call_id").GetString()))
            .ToArray();
        var expected = Enumerable.Range(1, calls).SelectMany(number => new[] { ("BeforeToolCall", $"call-{number}"), ("AfterToolCall", $"call-{number}") });
        Assert.Equal(expected, lines!);
    }

    [Fact]
    public void The_session_frames_the_record_and_denials_are_violations()
    {
        Assert.Equal("SessionStart", _run.Audit[0].GetProperty("point").GetString());
        Assert.Equal("SessionEnd", _run.Audit[^1].GetProperty("point").GetString());
        Assert.Equal("completed", _run.Audit[^1].GetProperty("context").GetProperty("reason").GetString());
        Assert.Equal(0.085m, _run.Audit[^1].GetProperty("context").GetProperty("cost").GetDecimal());
        var origins = _run.AuditOf(HookPoint.SecurityViolation).Select(line => line.GetProperty("context").GetProperty("origin").GetString());
        Assert.Equal(["stay-in-workspace", "stay-in-workspace", "no-outside-deletes", "no-outside-deletes", "no-force-push", "no-force-push"], origins);
    }

    [Fact]
    public void Secrets_are_nowhere_but_in_the_file_that_had_one()
    {
        foreach (var file in Directory.EnumerateFiles(_run.Folder, "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(SecretArgument, text, StringComparison.Ordinal);
            Assert.True(Path.GetFileName(file) == "till.conf" || !text.Contains(SecretInFile, StringComparison.Ordinal), file);
        }

        Assert.DoesNotContain("sk-fake", _run.Output, StringComparison.Ordinal);
        Assert.Equal("payment_key = [redacted]\n", File.ReadAllText(Path.Combine(_run.Folder, "project", "config", "local.conf")));
    }

    [Fact]
    public void Nothing_but_text_is_printed_where_there_is_no_terminal() =>
        Assert.DoesNotContain(_run.Output, character => char.IsControl(character) && character is not ('\n' or '\r'));

    [Fact]
    public void No_line_is_wider_than_the_terminal() =>
        Assert.DoesNotContain(_run.Output.Split("\nDone:")[0].Split('\n'), line => line.Length > 100);

    [Fact]
    public void The_bug_is_fixed() => Assert.Contains("succeeded", _run.Output.Split('\n').Last(line => line.Contains("sh tests/run.sh ", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void The_plan_in_the_program_is_the_one_beside_it()
    {
        using var embedded = new StreamReader(typeof(AgentPlan).Assembly.GetManifestResourceStream("plans/everyday.jsonl")!);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plans", "everyday.jsonl")), embedded.ReadToEnd());
    }
}
