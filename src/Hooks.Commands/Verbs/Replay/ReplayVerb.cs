using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hooks.Commands;

/// <summary>Runs recorded payloads through the hooks on the way that an agent's events take, and shows what each would have been told.</summary>
internal sealed class ReplayVerb() : Verb("replay", "runs recorded payloads through the hooks and prints the verdicts")
{
    protected override string Usage => "PATH... [--host AGENT] [--event E] [--format table|json]";

    protected override int MaxWords => int.MaxValue;

    protected override IReadOnlyList<VerbOption> Options =>
    [
        VerbOption.HostUnless("told by the payloads unless given"),
        new("--event", "E", "the event, for payloads that do not name it"),
        new("--format", "table|json", "how to print; a table unless given"),
    ];

    protected override string Remarks =>
        "A PATH is a .json file with one payload, a .jsonl file with one on each line, or a folder with such files.\n"
        + "Hooks really run, with whatever they write or call. The exit code is 1 if a payload could not be read or a hook failed.";

    protected override async ValueTask<bool> RunAsync(VerbArguments arguments, VerbScene scene)
    {
        if (arguments.Words.Count == 0)
            throw arguments.Mistake("needs a file or folder with payloads");
        var format = arguments.Choice("--format", "table", "json");
        _ = arguments.Agent();
        List<string> args = [];
        foreach (var option in (string[])["--host", "--event"])
        {
            if (arguments[option] is { } value)
                args.AddRange([option, value]);
        }

        var replayed = new List<Replayed>();
        using (new ReplayStage(scene))
        {
            foreach (var (source, payload) in arguments.Words.SelectMany(RecordedPayloads.In))
                replayed.Add(await ReplayAsync(source, payload, CommandLine.Parse([.. args]), scene));
        }

        if (replayed.Count == 0)
            throw new SettingsException($"{string.Join(", ", arguments.Words)}: no .json or .jsonl file in there");
        scene.Out.Write(format == "json" ? ToJson(replayed) : ToTable(replayed));
        return !replayed.Any(one => one.IsFailed);
    }

    private static async Task<Replayed> ReplayAsync(string source, byte[] payload, CommandLine line, VerbScene scene)
    {
        var output = new MemoryStream();
        var notices = new StringWriter { NewLine = "\n" };
        var invocation = new Invocation(line, scene.Dispatcher, new()
        {
            Input = new MemoryStream(payload),
            Output = output,
            Error = notices,
            MaxInputBytes = scene.Options.MaxInputBytes,
            TimeProvider = scene.Options.TimeProvider,
        })
        { IsReplay = true };
        var exitCode = await invocation.RunAsync();
        var decision = invocation.Decision!;
        return new(source, invocation.Host?.Name, invocation.EventName, decision.Kind, decision.Context?.DecidedBy?.Name, decision.StopReason ?? decision.Reason, exitCode,
            Encoding.UTF8.GetString(output.ToArray()), notices.ToString(), invocation.Failures);
    }

    private static string ToTable(List<Replayed> replayed)
    {
        var rows = new List<string[]> { new[] { "payload", "host", "event", "verdict", "decided by", "reason" } };
        foreach (var one in replayed)
            rows.Add([one.Source, one.Host ?? "?", one.Event ?? "?", one.IsFailed ? $"{one.Verdict}, failed" : one.Verdict.ToString(), one.DecidedBy ?? "-", one.Reason ?? "-"]);
        var text = new StringBuilder(TextTable.Render(rows));
        text.Append(CultureInfo.InvariantCulture, $"\n{replayed.Count} replayed, {replayed.Count(one => one.IsFailed)} failed.\n");
        foreach (var one in replayed)
        {
            foreach (var failure in one.Failures)
                text.Append(VisibleText.Escape($"{one.Source}: {Brief(failure)}")).Append('\n');
        }

        return text.ToString();
    }

    // What happened, without the calls that led there.
    private static string Brief(string failure)
    {
        var lines = failure.Split('\n', StringSplitOptions.TrimEntries);
        var calls = Array.FindIndex(lines, line => line.StartsWith("at ", StringComparison.Ordinal));
        return string.Join(": ", lines, 0, calls < 0 ? lines.Length : calls);
    }

    private static string ToJson(List<Replayed> replayed) => VerbJson.Render(writer =>
    {
        writer.WriteStartArray();
        foreach (var one in replayed)
            Write(writer, one);
        writer.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter writer, Replayed one)
    {
        writer.WriteStartObject();
        writer.WriteString("payload", one.Source);
        writer.WriteString("host", one.Host);
        writer.WriteString("event", one.Event);
        writer.WriteString("verdict", JsonNamingPolicy.SnakeCaseLower.ConvertName(one.Verdict.ToString()));
        writer.WriteString("decided_by", one.DecidedBy);
        writer.WriteString("reason", one.Reason);
        writer.WriteNumber("exit_code", one.ExitCode);
        writer.WriteString("output", one.Output);
        writer.WriteString("notices", one.Notices);
        writer.WriteStartArray("failures");
        foreach (var failure in one.Failures)
            writer.WriteStringValue(failure);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
