using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Writes the settings with which an agent starts this program at the events that have hooks, and at no others.</summary>
internal sealed class ConfigVerb() : Verb("config", "prints the settings of a coding agent for these hooks, or merges them into a file")
{
    protected override string Usage => "--host AGENT [--write FILE | --remove FILE] [--min-version V] [--command PATH] [--http URL]";

    protected override IReadOnlyList<VerbOption> Options =>
    [
        VerbOption.Host, VerbOption.MinVersion, VerbOption.Command,
        new("--write", "FILE", "merges into a settings file; what is not ours stays as it is, and the old text is kept as FILE.bak"),
        new("--remove", "FILE", "takes our entries out of a settings file"),
        new("--http", "URL", "posts events to this program's verb serve at http://127.0.0.1:PORT, where the agent can"),
    ];

    protected override string Remarks =>
        "Settings of a project can name the program by the agent's variable for its folder, in single quotes here:\n"
        + "  config --host claude --write .claude/settings.json \\\n    --command '${CLAUDE_PROJECT_DIR}/.claude/hooks/guard'";

    protected override ValueTask<bool> RunAsync(VerbArguments arguments, VerbScene scene)
    {
        var agent = arguments.RequiredAgent();
        if (arguments.Has("--write") && arguments.Has("--remove"))
            throw arguments.Mistake("takes --write or --remove, not both");
        if (arguments["--write"] is { } target && SettingsPlaces.OwnerOf(Path.GetDirectoryName(Path.GetFullPath(target)) ?? string.Empty) is { } owner && owner != agent)
            throw arguments.Mistake($"cannot write settings of {HostTable.All[(int)agent].DisplayName} to '{target}': {HostTable.All[(int)owner].DisplayName} reads that file, and may then refuse all of it");
        var command = GuardPath.Of(arguments, agent);
        var server = HttpAddress.Of(arguments, agent);
        if (server is not null && scene.Options.AddedVerbs.All(verb => verb.Name != "serve"))
            throw arguments.Mistake("cannot use --http: this program has no verb serve, which the package Hooks.Commands.Http brings");
        var entries = new HostEntries(agent, MinVersion(arguments), command, server);
        var wanted = arguments.Has("--remove") ? [] : entries.Of(scene.Dispatcher);
        foreach (var note in entries.Notes)
            scene.Note(note);
        if ((arguments["--write"] ?? arguments["--remove"]) is { } path)
            Merge(path, wanted, entries, new(command, path), scene);
        else
            scene.Out.Write(new SettingsMerge(entries.Shape, entries.Host.Name, new(command, "settings.json"), server).Apply(SettingsText.Parse("settings.json", string.Empty), wanted).Text);
        if (wanted.Count == 0 && !arguments.Has("--remove"))
            scene.Note($"No event of {entries.Host.DisplayName} has hooks.");
        else if (agent == CodingAgent.Codex && arguments.Has("--write"))
            scene.Note("Codex runs a hook only once it is trusted: start codex and review the new hooks there.");
        if (server is not null && wanted.Count > 0)
            scene.Note($"Start the agent with the token of serve in its variable {HttpAddress.TokenVariable}.");
        return new(true);
    }

    /// <summary>The version that was asked for; null if none was.</summary>
    /// <exception cref="UsageException">It is no version.</exception>
    public static AgentVersion? MinVersion(VerbArguments arguments) => arguments["--min-version"] is not { } text ? null
        : AgentVersion.Parse(text) ?? throw arguments.Mistake($"cannot read the version '{text}'; write it like 2.1.295");

    private static void Merge(string path, IReadOnlyList<HookEntry> wanted, HostEntries entries, GuardProgram program, VerbScene scene)
    {
        if (Path.GetExtension(path).Equals(".toml", StringComparison.OrdinalIgnoreCase))
            throw new SettingsException($"{path}: settings in TOML are not merged; Codex reads hooks.json beside it too");
        var file = SettingsFile.Read(path);
        var merged = new SettingsMerge(entries.Shape, entries.Host.Name, program, entries.Server).Apply(file.Text, wanted);
        if (file.Exists ? merged.Text == file.Text.Text : wanted.Count == 0)
        {
            scene.Note($"{path}: nothing to change.");
            return;
        }

        var backup = file.Write(merged);
        var what = wanted.Count switch { 0 => "nothing is left of this program", 1 => "1 event", var count => $"{count} events" };
        scene.Note($"{path}: {what} for {entries.Host.DisplayName}{(backup is null ? string.Empty : $"; as it was: {backup}")}.");
    }
}
