using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>The command of one entry in an agent's settings: what is started, with which arguments.</summary>
/// <param name="Program">The program, as written.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsPlain">Whether nothing else is done: no second command, no redirection.</param>
/// <param name="IsLine">Whether a shell reads it.</param>
internal sealed record GuardCommand(string Program, IReadOnlyList<string> Arguments, bool IsPlain, bool IsLine)
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
        var arguments = handler["args"] is { Kind: SettingsKind.Array } args ? args.Items.Select(item => item.Value.AsText() ?? string.Empty).ToList() : null;
        if (handler["exec"]?.AsText() is { } program)
            return new(program, arguments ?? [], true, false);
        if (arguments is not null && handler["command"]?.AsText() is { } command)
            return new(command, arguments, true, false);
        foreach (var name in Lines)
        {
            if (handler[name]?.AsText() is not { } line)
                continue;
            var words = ShellLine.Split(line, out var isPlain);
            return words.Count == 0 ? null : new(words[0], [.. words.Skip(1)], isPlain, true);
        }

        return null;
    }

    private string? Option(string name)
    {
        for (var i = 0; i + 1 < Arguments.Count; i++)
        {
            if (Arguments[i] == name)
                return Arguments[i + 1];
        }

        return null;
    }
}
