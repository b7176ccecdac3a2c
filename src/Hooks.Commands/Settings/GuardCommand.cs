using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>The command of one entry in an agent's settings: what is started, with which arguments.</summary>
/// <param name="Program">The program, as written.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsPlain">Whether nothing else is done: no second command, no redirection.</param>
/// <param name="Place">The value that the arguments are read from: a list of them, or a line for a shell.</param>
internal sealed record GuardCommand(string Program, IReadOnlyList<string> Arguments, bool IsPlain, SettingsNode Place)
{
    private static readonly string[] Lines = ["command", "bash", "powershell"];

    /// <summary>The agent that the arguments name.</summary>
    public string? Host => Option("--host");

    /// <summary>The event that the arguments name.</summary>
    public string? Event => Option("--event");

    /// <summary>The deadline that the arguments name, in milliseconds.</summary>
    public string? Deadline => Option("--deadline");

    /// <summary>The command of an entry; null if it has none, as one that calls a server.</summary>
    public static GuardCommand? Of(SettingsNode handler)
    {
        var list = handler["args"] is { Kind: SettingsKind.Array } args ? args : null;
        IReadOnlyList<string> arguments = list is null ? [] : [.. list.Items.Select(item => item.Value.AsText() ?? string.Empty)];
        if (handler["exec"] is { Kind: SettingsKind.Text } program)
            return new(program.Text!, arguments, true, list ?? program);
        if (list is not null && handler["command"]?.AsText() is { } command)
            return new(command, arguments, true, list);
        foreach (var name in Lines)
        {
            if (handler[name] is not { Kind: SettingsKind.Text } line)
                continue;
            var words = ShellLine.Split(line.Text!, out var isPlain);
            return words.Count == 0 ? null : new(words[0], [.. words.Skip(1)], isPlain, line);
        }

        return null;
    }

    /// <summary>Where the value of an option stands; the whole where it has no place of its own.</summary>
    public SettingsNode PlaceOf(string option) => Place.Kind == SettingsKind.Array && IndexOf(option) is var index and >= 0 ? Place.Items[index].Value : Place;

    private string? Option(string name) => IndexOf(name) is var index and >= 0 ? Arguments[index] : null;

    private int IndexOf(string name)
    {
        for (var i = 0; i + 1 < Arguments.Count; i++)
        {
            if (Arguments[i] == name)
                return i + 1;
        }

        return -1;
    }
}
