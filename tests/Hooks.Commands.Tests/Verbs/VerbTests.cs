namespace Hooks.Commands.Tests.Verbs;

/// <summary>How verbs are asked for, and what they say when that goes wrong.</summary>
public class VerbTests
{
    public static TheoryData<string> Verbs => ["config", "check", "doctor", "describe", "replay", "schema"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Each_verb_has_help(string verb)
    {
        var run = VerbRun.Of(Guards.At(), verb, "--help");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"{verb}: ", run.Output);
        Assert.Contains($"\nUsage: {verb} ", run.Output);
        Assert.Equal(run, VerbRun.Of(Guards.At(), "help", verb));
        Assert.Equal(run.Output, VerbRun.Of(Guards.At(), verb, "-h").Output);
        Assert.Contains($"  {verb} ", VerbRun.Of(Guards.At(), "--help").Output);
        Assert.All((run.Output + VerbRun.Of(Guards.At(), "--help").Output).Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Without_arguments_the_help_is_no_answer()
    {
        var output = new MemoryStream();
        var error = new StringWriter { NewLine = "\n" };

        var exitCode = await Verb.RunAsync([], Guards.At(), new() { Output = output, Error = error });

        Assert.Equal((2, 0L), (exitCode, output.Length));
        Assert.Equal(VerbRun.Of(Guards.At(), "--help").Output, error.ToString());
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_refuses_what_it_does_not_know(string verb)
    {
        var run = VerbRun.Of(Guards.At(), verb, "--nonsense");
        Assert.Equal((2, "", $"{verb} has no option '--nonsense'. See {verb} --help.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal($"{verb} needs a value for --host, the coding agent: claude, codex, gemini, copilot or cursor. See {verb} --help.\n", VerbRun.Of(Guards.At(), verb, "--host").Error);
    }

    [Theory]
    [InlineData("nonsense", "There is no verb 'nonsense'. Take one of config, check, doctor, describe, replay, schema; --help tells what they do.")]
    [InlineData("no\u001b[2J", "There is no verb 'no\\u001B[2J'.")]
    [InlineData("config", "config needs --host, the coding agent: claude, codex, gemini, copilot or cursor. See config --help.")]
    [InlineData("config --host emacs", "config knows no host 'emacs'; take one of claude, codex, gemini, copilot, cursor.")]
    [InlineData("config --host claude --host codex", "config was given --host twice.")]
    [InlineData("config --host claude x", "config does not know what to do with 'x'.")]
    [InlineData("config --host claude --command g --min-version latest", "config cannot read the version 'latest'; write it like 2.1.295.")]
    [InlineData("config --host claude --command g --write a --remove b", "config takes --write or --remove, not both.")]
    [InlineData("describe --format xml", "describe knows no format 'xml'; take one of text, mermaid, json.")]
    [InlineData("replay", "replay needs a file or folder with payloads.")]
    [InlineData("schema --event Nothing", "schema knows no event 'Nothing'.")]
    [InlineData("schema --host codex --event PreModelSwitch", "schema knows no event 'PreModelSwitch' of Codex CLI.")]
    public void Wrong_usage_is_named(string args, string error)
    {
        var run = VerbRun.Of(Guards.At(), args.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(error, run.Error);
    }

    [Theory]
    [InlineData("describe", 0)]
    [InlineData("nonsense", 2)]
    public async Task A_hook_object_that_cannot_be_disposed_is_told_and_changes_no_exit_code(string verb, int exitCode)
    {
        var dispatcher = Guards.At(HookPoint.BeforeToolCall);
        await dispatcher.RegisterAsync(new Undisposable());

        var run = VerbRun.Of(dispatcher, verb);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.EndsWith("A hook object could not be disposed: Hook objects threw while they were disposed, or took too long. (it is stuck)\n", run.Error);
    }

    [Fact]
    public void A_host_that_dotnet_runs_does_not_write_dotnet_into_settings()
    {
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "dotnet")
            return;
        Assert.StartsWith("config needs --command PATH, the published program", VerbRun.Of(Guards.At(), "config", "--host", "claude").Error);
    }

    [Theory]
    [InlineData("describe")]
    [InlineData("--help")]
    [InlineData("nonsense")]
    public async Task What_nobody_reads_is_no_crash(string verb)
    {
        var isMistake = verb == "nonsense";
        var options = new CommandHostOptions { Output = new BrokenStream(), Error = new StreamWriter(new BrokenStream()) { AutoFlush = true } };
        Assert.Equal(isMistake ? 2 : 1, await CommandHost.RunAsync([verb], Guards.At(), options));
        var error = new StringWriter { NewLine = "\n" };
        Assert.Equal(isMistake ? 2 : 1, await CommandHost.RunAsync([verb], Guards.At(), new() { Output = new BrokenStream(), Error = error }));
        if (!isMistake)
            Assert.Equal("The result could not be written: No space left on device\n", error.ToString());
    }

    [Fact]
    public void The_version_is_known() => Assert.Matches(@"^\d+\.\d+\.\d+\n$", VerbRun.Of(Guards.At(), "--version").Output);

    private sealed class Undisposable : IHook
    {
        public string Name => "undisposable";

        public IReadOnlyList<HookPoint> Points => [HookPoint.SessionStart];

        public ValueTask<HookResult> InvokeAsync(HookPoint point, HookContext context, CancellationToken cancellationToken) => default;

        public ValueTask DisposeAsync() => throw new InvalidOperationException("it is stuck");
    }
}
