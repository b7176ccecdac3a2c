using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors.Settings;

/// <summary>An entry as an agent runs it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Matcher">What it is for; null for everything.</param>
/// <param name="Program">What is started, or a line for a shell.</param>
/// <param name="Arguments">The arguments; null if a shell reads a line.</param>
/// <param name="Milliseconds">How long the agent waits.</param>
/// <param name="FailsClosed">Whether a failure of the command is a denial.</param>
internal sealed record SettingsEntry(string Event, string? Matcher, string Program, IReadOnlyList<string>? Arguments, double Milliseconds, bool FailsClosed);

/// <summary>Reads settings as an agent does, and refuses whatever it would refuse, ignore or misread.</summary>
internal sealed class SettingsAcceptor(string host)
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly SettingsLaw _law = SettingsLaw.Of(host);

    /// <summary>The entries that the agent runs.</summary>
    /// <exception cref="ReplyShapeException">It would not read the settings so.</exception>
    public IReadOnlyList<SettingsEntry> Accept(string settings)
    {
        using var document = JsonDocument.Parse(settings.TrimStart('\uFEFF'), Options);
        var root = document.RootElement;
        if (!root.TryGetProperty("hooks", out var hooks))
            return [];
        if (_law.Version is { } version && !(root.TryGetProperty("version", out var written) && written.GetInt32() == version))
            throw new ReplyShapeException("no version");
        var entries = new List<SettingsEntry>();
        foreach (var member in Object(hooks, "hooks").EnumerateObject())
        {
            if (!_law.Events.Contains(member.Name))
                throw new ReplyShapeException($"no event {member.Name}");
            foreach (var entry in Array(member.Value, member.Name).EnumerateArray())
                entries.AddRange(_law.GroupMembers.Length > 0 ? Group(member.Name, entry) : [Entry(member.Name, entry, entry)]);
        }

        return entries;
    }

    private IEnumerable<SettingsEntry> Group(string name, JsonElement group)
    {
        Known(Object(group, name), _law.GroupMembers);
        foreach (var handler in Array(group.TryGetProperty("hooks", out var hooks) ? hooks : default, name + ".hooks").EnumerateArray())
            yield return Entry(name, group, handler);
    }

    private SettingsEntry Entry(string name, JsonElement group, JsonElement handler)
    {
        Known(Object(handler, name), _law.Members);
        if (_law.NeedsType || handler.TryGetProperty("type", out _))
            _ = Text(handler, "type") == "command" ? true : throw new ReplyShapeException("no command");
        var matcher = group.TryGetProperty("matcher", out _) ? Text(group, "matcher") : null;
        if (matcher is not null && !_law.Matched.Contains(name))
            throw new ReplyShapeException($"{name} ignores a matcher");
        var timeout = handler.TryGetProperty(_law.Timeout, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() * _law.Unit : throw new ReplyShapeException("no timeout");
        var arguments = handler.TryGetProperty("args", out var args) ? Array(args, "args").EnumerateArray().Select(argument => argument.GetString()!).ToList() : null;
        var lines = ((string[])["command", "exec", "bash", "powershell"]).Where(member => handler.TryGetProperty(member, out _)).ToList();
        if (lines.Count != 1)
            throw new ReplyShapeException($"{lines.Count} commands");
        if (arguments is not null && host == "copilot" && lines[0] != "exec")
            throw new ReplyShapeException("args without exec");
        return new(name, matcher is "" or "*" ? null : matcher, Text(handler, lines[0]), arguments, timeout, Closes(name, handler));
    }

    private bool Closes(string name, JsonElement handler)
    {
        if (_law.Switch is not { } closes || !handler.TryGetProperty(closes.Name, out var value))
            return false;
        if (_law.NoSwitch.Contains(name))
            throw new ReplyShapeException($"{closes.Name} is ignored at {name}");
        return value.GetRawText() == closes.Json;
    }

    private static JsonElement Object(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object ? element : throw new ReplyShapeException($"{name} is no object");

    private static JsonElement Array(JsonElement element, string name) => element.ValueKind == JsonValueKind.Array ? element : throw new ReplyShapeException($"{name} is no array");

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : throw new ReplyShapeException($"no {name}");

    private static void Known(JsonElement element, string[] members)
    {
        if (element.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !members.Contains(name)) is { } unknown)
            throw new ReplyShapeException($"no member {unknown}");
    }
}
