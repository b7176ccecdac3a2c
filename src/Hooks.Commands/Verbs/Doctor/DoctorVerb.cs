using System.Globalization;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Finds out why hooks do not run: whether settings start this program, whether it can be started, and whether it ever was.</summary>
internal sealed class DoctorVerb() : Verb("doctor", "says whether this program is reachable, executable, current, and has ever run")
{
    protected override string Usage => "[FILE...] [--host AGENT] [--command PATH]";

    protected override int MaxWords => int.MaxValue;

    protected override IReadOnlyList<VerbOption> Options =>
    [
        VerbOption.HostUnless("all unless given"),
        VerbOption.Command with { Meaning = "the program to look for; this program unless given" },
    ];

    protected override string Remarks =>
        "Looks at the given settings files, or at those of this folder and of the user.\n"
        + "Whether it has run is told by the log, which the environment variable HOOKS_LOG turns on.";

    protected override ValueTask<bool> RunAsync(VerbArguments arguments, VerbScene scene)
    {
        var running = arguments["--command"] ?? Environment.ProcessPath;
        var diagnoses = new List<Diagnosis>();
        if (running is not null)
            diagnoses.Add(OfProgram("program", running, new(running, Path.GetFullPath("settings.json")), null));
        var started = new HashSet<CodingAgent>();
        foreach (var (agent, file) in Settings(arguments))
            diagnoses.AddRange(OfSettings(agent, file, running, started));
        if (started.Count == 0)
            diagnoses.Add(new("settings", string.Empty, "none that were found start this program; config --host X --write FILE makes them", true));
        diagnoses.AddRange(OfLog(scene.Options, started));
        scene.Out.Write(TextTable.Render([.. diagnoses.Select(Row)], wraps: true));
        return new(!diagnoses.Any(one => one.IsProblem == true));
    }

    private static string[] Row(Diagnosis one) =>
        [one.IsProblem switch { true => "PROBLEM", false => "ok", _ => "unknown" }, one.What, (one.Where.Length == 0 ? string.Empty : one.Where + ": ") + one.Finding];

    private static IEnumerable<(CodingAgent Agent, string File)> Settings(VerbArguments arguments)
    {
        var asked = arguments.Agent();
        foreach (var file in arguments.Words)
        {
            yield return (asked ?? SettingsPlaces.AgentOf(file) ?? throw arguments.Mistake($"cannot tell by '{file}' whose settings these are: give --host"), file);
        }

        if (arguments.Words.Count > 0)
            yield break;
        var home = SettingsPlaces.Home;
        for (var agent = 0; agent < HostTable.All.Count; agent++)
        {
            foreach (var file in asked is null || (int)asked == agent ? SettingsPlaces.FilesOf((CodingAgent)agent, Environment.CurrentDirectory, home) : [])
                yield return ((CodingAgent)agent, file);
        }
    }

    private static IEnumerable<Diagnosis> OfSettings(CodingAgent agent, string file, string? running, HashSet<CodingAgent> started)
    {
        SettingsText text;
        Diagnosis? problem = null;
        var host = HostTable.All[(int)agent];
        try
        {
            text = SettingsFile.Read(file) is { Exists: true } read ? read.Text : throw new SettingsException($"{file}: there is no such file");
        }
        catch (SettingsException error)
        {
            problem = new(host.Name, file, error.Message, true);
            text = SettingsText.Parse(file, string.Empty);
        }

        if (problem is not null)
            yield return problem;
        foreach (var off in new SwitchRules(agent).Check(text, placed => placed.Command is { Event: not null } command && command.Host == host.Name))
            yield return new(host.Name, $"{file}:{text.PositionOf(off.At)}", off.Message, true);
        var programs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var placed in PlacedHandler.All(text, SettingsShape.Of(agent)))
        {
            if (HttpAddress.In(placed.Handler, host.Name) is { } server && programs.Add(server.Server))
            {
                started.Add(agent);
                yield return new(host.Name, $"{file}:{text.PositionOf(placed.Handler)}", $"posts to {server.Server}: serve has to run there before the agent does");
            }

            if (placed.Command is not { Event: not null } command || command.Host != host.Name || !programs.Add(command.Program))
                continue;
            var program = new GuardProgram(running ?? command.Program, file);
            if (running is not null && !program.Is(command.Program) && Path.GetFileNameWithoutExtension(command.Program) != Path.GetFileNameWithoutExtension(running))
                continue;
            started.Add(agent);
            var diagnosis = OfProgram(host.Name, command.Program, program, running);
            yield return diagnosis with { Where = $"{file}:{text.PositionOf(placed.Handler)}", Finding = $"{command.Program}: {diagnosis.Finding}" };
        }
    }

    private static Diagnosis OfProgram(string what, string program, GuardProgram among, string? running) =>
        GuardFile.Problem(program, among, running) is { } problem ? new(what, program, problem, true)
        : new(what, program, running is null ? "is there and executable" : "reachable, executable and current");

    private static IEnumerable<Diagnosis> OfLog(CommandHostOptions options, HashSet<CodingAgent> started)
    {
        if (InvocationLog.PathOf(options) is not { } path)
        {
            yield return new("runs", string.Empty, "no log is kept, so that nobody knows; set HOOKS_LOG to a file where the agent is started", null);
            yield break;
        }

        IReadOnlyDictionary<string, (int Runs, int Failures, string Last)> runs;
        Diagnosis? problem = null;
        try
        {
            runs = RunLog.Read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = error is FileNotFoundException ? null : new("runs", path, FileFailure.Reason(error), true);
            runs = new Dictionary<string, (int, int, string)>();
        }

        if (problem is not null)
            yield return problem;
        foreach (var agent in started.Order())
        {
            var host = HostTable.All[(int)agent].Name;
            yield return runs.TryGetValue(host, out var run)
                ? new(host, path, string.Create(CultureInfo.InvariantCulture, $"has run {run.Runs} {(run.Runs == 1 ? "time" : "times")}, {run.Failures} with a failure; last {run.Last}"))
                : new(host, path, "has never run: start the agent anew, and see that it trusts the folder and the hooks", true);
        }
    }
}
