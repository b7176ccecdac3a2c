using Guard.Shell;
using Hooks;

namespace Guard.Rules;

/// <summary>Keeps the agent from running what it has not looked at: <c>curl ... | sh</c>.</summary>
internal static class DownloadRule
{
    [Hook(HookPoint.BeforeToolCall, Name = "no-piped-downloads", Tools = "@shell", Description = "Denies running what was just downloaded.")]
    public static HookResult Check(ToolCallContext call)
    {
        var commands = ShellScript.Of(call)?.Commands ?? [];
        var downloads = commands.Any(IsDownload);
        return Objection.Answer(commands
            .Where(command => IsRunner(command) && (Sources(command).Any(IsDownload) || downloads && command.Arguments.Any(word => !word.IsKnown)))
            .Select(_ => Objection.Deny("running what comes from the network unseen is not allowed; save it, look at it, and run it then")));
    }

    private static bool IsDownload(ShellCommand command) => command.Name is "curl" or "wget" or "fetch" or "aria2c" or "http" or "https" or "xh" or "nc" or "ncat"
        or "iwr" or "irm" or "invoke-webrequest" or "invoke-restmethod";

    private static bool IsRunner(ShellCommand command) =>
        command.Name is { } name && (Shells.IsShell(name) || name is "eval" or "source" or "." or "iex" or "invoke-expression") || InlineCode.ReadsCode(command);

    private static IEnumerable<ShellCommand> Sources(ShellCommand command)
    {
        for (var source = command.Source; source is not null; source = source.Source)
            yield return source;
    }
}
