using Hooks;

namespace Guard.Shell;

/// <summary>The commands of a script, in the order of the text; those of substitutions and inner shells stand before the one that holds them.</summary>
/// <param name="Commands">All commands that could be read.</param>
/// <param name="Unclear">What could not be read, so that the commands may not be all; null if everything could.</param>
internal sealed record ShellScript(IReadOnlyList<ShellCommand> Commands, string? Unclear)
{
    /// <summary>Whether there is code in another language in it.</summary>
    public bool HasInlineCode { get; init; }

    private const int LongestScript = 256 * 1024;

    // What commands of PowerShell's own begin with.
    private static readonly string[] Verbs = ["add", "clear", "copy", "export", "foreach", "get", "invoke", "move", "new", "out", "remove", "rename", "select", "set", "start", "stop", "test", "where", "write"];

    /// <summary>Reads what a shell tool is to run; null if the call is none, or cannot be read.</summary>
    public static ShellScript? Of(ToolCallContext call) =>
        !call.TryGetAct<ShellAct>(out var act) ? null
        : IsPowerShell(call.ToolName) ? PowerShellReader.Read(act.Command)
        : OperatingSystem.IsWindows() ? ReadEither(act.Command)
        : Read(act.Command);

    /// <summary>
    /// Reads a script of which it is not known whether a POSIX shell runs it or PowerShell, which some agents have on Windows behind the same
    /// name: its commands are those that either would run.
    /// </summary>
    public static ShellScript ReadEither(string text)
    {
        var (posix, power) = (Read(text), PowerShellReader.Read(text));
        var isPower = text.AsSpan().IndexOfAny('\\', '`') >= 0 || power.Commands.Concat(posix.Commands).Any(command => command.Name is { } name && Verbs.Contains(name.Split('-')[0]) && name.Contains('-'));
        return new([.. posix.Commands, .. power.Commands], posix.Unclear ?? (isPower ? power.Unclear : null)) { HasInlineCode = posix.HasInlineCode || power.HasInlineCode };
    }

    /// <summary>Reads a script for a POSIX shell.</summary>
    public static ShellScript Read(string text)
    {
        var found = new ScriptBuilder();
        if (text.Length > LongestScript)
            found.Fail("it is longer than 256 KiB");
        else
            ShellReader.ReadAll(text, new(null), found);
        return found.Build();
    }

    private static bool IsPowerShell(string tool) => tool.EndsWith("powershell", StringComparison.OrdinalIgnoreCase);
}
