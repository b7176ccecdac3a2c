using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Hooks.Commands.Tests.Verbs;

namespace Hooks.Commands.Tests.Acceptors.Settings;

/// <summary>What is merged into settings of any agent, for any hooks, is read by the agent as it is meant, and leaves without a trace.</summary>
public sealed class WrittenSettingsTests : IDisposable
{
    private const string Program = "/opt/my guard's/guard";

    private static readonly HookPoint[] Points = Enum.GetValues<HookPoint>();

    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-written-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "settings.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Hosts => ["claude", "codex", "gemini", "copilot", "cursor"];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Whatever_is_written_is_accepted_checked_and_removable(string host) => Prop.ForAll(Cases(host), example =>
    {
        File.WriteAllText(Path, example.Theirs);
        var before = File.ReadAllBytes(Path);
        var theirs = new SettingsAcceptor(host).Accept(example.Theirs);

        Verb(example.Hooks, 0, "config", "--host", host, "--command", Program, "--write", Path);
        var written = File.ReadAllBytes(Path);
        var entries = new SettingsAcceptor(host).Accept(File.ReadAllText(Path));
        var ours = entries.Where(entry => Words(entry)[0] == Program).ToList();
        Assert.Equal(theirs.Select(Key), entries.Where(entry => Words(entry)[0] != Program).Select(Key));
        Assert.Equal(ours.Count, ours.Select(entry => entry.Event).Distinct().Count());
        Assert.All(ours, entry => IsRight(host, entry));
        Assert.All(ours, entry => Assert.Equal(IsGate(host, entry.Event) && Refusing(entry.Event).Any(point => example.Hooks.Any(hook => hook.Item1 == point)), entry.FailsClosed));

        Verb(example.Hooks, 0, "check", Path, "--host", host, "--command", Program);
        Verb(example.Hooks, 0, "config", "--host", host, "--command", Program, "--write", Path);
        Assert.Equal(written, File.ReadAllBytes(Path));

        Verb(example.Hooks, 0, "config", "--host", host, "--command", Program, "--remove", Path);
        Assert.Equal(before, File.ReadAllBytes(Path));
        foreach (var backup in Directory.GetFiles(_folder, "*.bak*"))
            File.Delete(backup);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Hooks_on_an_agent_s_own_events_are_accepted_too(string host)
    {
        Assert.Equal(0, VerbRun.Of(GeneratedHooks.CreateDispatcher(), "config", "--host", host, "--command", Program, "--write", Path).ExitCode);
        var entries = new SettingsAcceptor(host).Accept(File.ReadAllText(Path));
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => IsRight(host, entry));
        Assert.All(entries, entry => Assert.True(entry.FailsClosed || !IsGate(host, entry.Event)));
        Assert.Equal(0, VerbRun.Of(GeneratedHooks.CreateDispatcher(), "check", Path, "--host", host, "--command", Program).ExitCode);
    }

    private static void IsRight(string host, SettingsEntry entry)
    {
        var words = Words(entry);
        Assert.Equal([Program, "--host", host, "--event", entry.Event, "--deadline"], words.Take(6));
        Assert.InRange(int.Parse(words[6], CultureInfo.InvariantCulture), 1, entry.Milliseconds - 1000);
        Assert.InRange(entry.Milliseconds, 10_000, 3_600_000);
    }

    // Where the agent waits for leave, and has a switch, silence is a denial.
    private static bool IsGate(string host, string name) => host switch
    {
        "cursor" => name is "preToolUse" or "beforeSubmitPrompt" or "beforeTabFileRead",
        "claude" => name is "PreToolUse" or "PermissionRequest" or "UserPromptSubmit" or "PostToolUse" or "ConfigChange" or "PreModelSwitch" or "TaskCreated",
        _ => false,
    };

    // The points at which a hook has a say; at the others of the same event it looks on, and nothing is let through without it.
    private static HookPoint[] Refusing(string name) => name switch
    {
        "PreToolUse" or "preToolUse" => [HookPoint.ToolValidation, HookPoint.BeforeToolCall],
        "PermissionRequest" => [HookPoint.PermissionRequest],
        "UserPromptSubmit" or "beforeSubmitPrompt" => [HookPoint.BeforeTurn],
        "PostToolUse" => [HookPoint.ToolResultReady],
        "ConfigChange" => [HookPoint.ConfigurationChange],
        "PreModelSwitch" => [HookPoint.ModelSwitch],
        _ => [],
    };

    private static string Key(SettingsEntry entry) => $"{entry.Event} {entry.Matcher} {entry.Program} {entry.Milliseconds}";

    private static IReadOnlyList<string> Words(SettingsEntry entry) => entry.Arguments is { } arguments ? [entry.Program, .. arguments] : ShellLine.Split(entry.Program, out _);

    private static void Verb((HookPoint, string, string?)[] hooks, int exitCode, params string[] args)
    {
        var run = VerbRun.Of(Guards.For(hooks), args);
        Assert.True(run.ExitCode == exitCode, $"{string.Join(' ', args)}: {run.ExitCode}\n{run.Output}{run.Error}");
    }

    private static Arbitrary<(string Theirs, (HookPoint, string, string?)[] Hooks)> Cases(string host) =>
        (from hooks in Hook.ArrayOf()
         from theirs in Theirs(host)
         select (theirs, hooks.Select((hook, i) => (hook.Point, $"Hook{i}", hook.Tools)).ToArray())).ToArbitrary();

    private static Gen<(HookPoint Point, string? Tools)> Hook =>
        from point in Gen.Elements(Points)
        from tools in Gen.Elements<string?>(null, "@shell", "@edit|Read", "mcp__db__*", "*", "Bash")
        select (point, TakesTools(point) ? tools : null);

    private static bool TakesTools(HookPoint point) => point is HookPoint.BeforeToolCall or HookPoint.ToolValidation or HookPoint.ToolResultReady or HookPoint.ToolError or HookPoint.AfterToolCall or HookPoint.PermissionRequest;

    /// <summary>Settings that are there already, in the agent's form, with comments and commas where people leave them.</summary>
    private static Gen<string> Theirs(string host)
    {
        var law = SettingsLaw.Of(host);
        var entry = host == "copilot" ? """{ "type": "command", "bash": "theirs", "timeoutSec": 7 }"""
            : host == "cursor" ? """{ "command": "theirs", "timeout": 7 /* s */ }"""
            : """{ "hooks": [{ "type": "command", "command": "theirs", "timeout": 7000, }] }""";
        return from mark in Gen.Elements(string.Empty, "\uFEFF")
               from line in Gen.Elements("\n", "\r\n", "\r")
               from unit in Gen.Elements("  ", "\t", "    ")
               from comment in Gen.Elements(string.Empty, " // } mine", " /* , */")
               from comma in Gen.Elements(string.Empty, ",")
               from hasHooks in Gen.Elements(true, false)
               from name in Gen.Elements(law.Events)
               from end in Gen.Elements(string.Empty, line, line + "// end")
               let version = law.Version is null ? string.Empty : $"{line}{unit}\"version\": 1,"
               let hooks = hasHooks ? $",{comment}{line}{unit}\"hooks\": {{{line}{unit}{unit}\"{name}\": [{entry}{comma}]{comma}{comment}{line}{unit}}}" : string.Empty
               select $"{mark}{{{version}{line}{unit}\"theme\": \"a // b\"{hooks}{comma}{comment}{line}}}{end}";
    }
}
