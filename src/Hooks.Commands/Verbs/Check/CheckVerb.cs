using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Compares a settings file with what <c>config</c> would write, and names entries, also of others, that cannot work.</summary>
internal sealed class CheckVerb() : Verb("check", "names what is wrong in a settings file: drift, dead matchers, wrong timeouts, missing arguments")
{
    protected override string Usage => "FILE [--host AGENT] [--min-version V] [--command PATH]";

    protected override int MaxWords => 1;

    protected override IReadOnlyList<VerbOption> Options =>
    [
        VerbOption.HostUnless("told by the file's folder unless given"), VerbOption.MinVersion,
        VerbOption.Command with { Meaning = "the program whose entries are checked; told by the file unless given" },
    ];

    protected override string Remarks =>
        "An error is about this program's entries, or makes the agent refuse the file: then the exit code is 1.\nA warning is about an entry of others.";

    protected override ValueTask<bool> RunAsync(VerbArguments arguments, VerbScene scene)
    {
        if (arguments.Words is not [var path])
            throw arguments.Mistake("needs the settings file to check");
        var agent = arguments.Agent() ?? SettingsPlaces.AgentOf(path) ?? throw arguments.Mistake($"cannot tell by '{path}' whose settings these are: give --host");
        var file = SettingsFile.Read(path);
        if (!file.Exists)
            throw new SettingsException($"{path}: there is no such file; config --host {HostTable.All[(int)agent].Name} --write makes it");
        var command = arguments["--command"] ?? CommandIn(file.Text, agent, path, Environment.ProcessPath) ?? GuardPath.Of(arguments, agent);
        var program = new GuardProgram(command, path);
        var findings = Find(file.Text, agent, ConfigVerb.MinVersion(arguments), program, scene.Dispatcher, ServerIn(file.Text, agent, scene.Options));
        foreach (var finding in findings)
            scene.Out.Write(VisibleText.Escape($"{path}:{file.Text.PositionOf(finding.At)}: {(finding.IsError ? "error" : "warning")}: {finding.Message}") + "\n");
        var errors = findings.Count(finding => finding.IsError);
        if (findings.Count == 0)
            scene.Out.Write(VisibleText.Escape($"{path}: as config would write it for {HostTable.All[(int)agent].DisplayName}.") + "\n");
        if (program.FileOf(command) is { } started && !File.Exists(started))
            scene.Note($"There is no {started}, so that here nothing is started.");
        return new(errors == 0);
    }

    /// <summary>What is wrong, in the order of the file.</summary>
    public static IReadOnlyList<SettingsFinding> Find(SettingsText text, CodingAgent agent, AgentVersion? minVersion, GuardProgram program, HookDispatcher dispatcher, HttpAddress? server = null)
    {
        var entries = new HostEntries(agent, minVersion, program.Command, server);
        var merge = new SettingsMerge(entries.Shape, entries.Host.Name, program, server);
        var rules = new EntryRules(agent);
        var general = PlacedHandler.All(text, entries.Shape).SelectMany(placed => rules.Check(placed, merge.IsOurs(placed))).ToList();
        HashSet<int> named = [.. general.Select(finding => finding.At)];
        return
        [
            .. new StructureRules(agent).Check(text.Root)
                .Concat(new SwitchRules(agent).Check(text, merge.IsOurs))
                .Concat(general)
                .Concat(new OwnRules(entries, merge, program).Check(text, entries.Of(dispatcher), named))
                .OrderBy(finding => finding.At),
        ];
    }

    /// <summary>The server of the first entry that posts events as ours do, if this program is one that serves.</summary>
    private static HttpAddress? ServerIn(SettingsText text, CodingAgent agent, CommandHostOptions options) => options.AddedVerbs.Count == 0 ? null
        : PlacedHandler.All(text, SettingsShape.Of(agent)).Select(placed => HttpAddress.In(placed.Handler, HostTable.All[(int)agent].Name)).FirstOrDefault(server => server is not null);

    /// <summary>
    /// This program as an entry names it, which may be by a variable; else the first of the same name that is started as our entries are.
    /// One that is run by way of dotnet has no name of its own, and takes any.
    /// </summary>
    /// <param name="text">The settings.</param>
    /// <param name="agent">Whose they are.</param>
    /// <param name="path">Where they are.</param>
    /// <param name="running">This program's file.</param>
    internal static string? CommandIn(SettingsText text, CodingAgent agent, string path, string? running)
    {
        var commands = PlacedHandler.All(text, SettingsShape.Of(agent)).Select(placed => placed.Command)
            .Where(command => command is { Host: not null, Event: not null }).Select(command => command!.Program).ToList();
        if (running is null || Path.GetFileNameWithoutExtension(running) is "dotnet")
            return commands.FirstOrDefault();
        var own = new GuardProgram(running, path);
        return commands.FirstOrDefault(own.Is) ?? commands.FirstOrDefault(own.IsNamed);
    }
}
