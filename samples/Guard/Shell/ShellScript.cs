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

    /// <summary>Reads what a shell tool is to run; null if the call is none, or cannot be read.</summary>
    public static ShellScript? Of(ToolCallContext call) =>
        call.TryGetAct<ShellAct>(out var act) ? IsPowerShell(call.ToolName) ? PowerShellReader.Read(act.Command) : Read(act.Command) : null;

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
