using System.Text.RegularExpressions;
using Hooks;

namespace Northwind.Security.Agents;

/// <summary>
/// Blocks shell commands that destroy data, fetch and run code in one go, or hand out credentials.
/// Matching is deliberately broad: a false denial costs a retry, a missed one costs a disk.
/// </summary>
internal static partial class ShellGuard
{
    private const string Shells = "@shell|mcp__terminal__*";

    private static readonly string[] ProtectedFolders = ["/etc", "/usr", "/var/lib", "/boot"];

    [Hook(HookPoint.BeforeToolCall, Name = "no-recursive-delete", Priority = HookPriority.High, Tools = Shells, OnFailure = HookFailurePolicy.Block)]
    public static HookResult DenyRecursiveDelete(ToolCallContext call)
    {
        if (!TryGetCommand(call, out var command))
            return HookResult.Cancel("a shell call without a command cannot be checked");

        var match = RecursiveDelete().Match(command);
        if (!match.Success)
            return HookResult.Continue;

        var target = match.Groups["target"].Value;
        return ProtectedFolders.Any(folder => target.StartsWith(folder, StringComparison.Ordinal)) || target is "/" or "~" or "*"
            ? HookResult.Cancel($"'rm -rf {target}' is not allowed; delete single files instead")
            : HookResult.Ask($"the agent wants to delete '{target}' and everything in it");
    }

    [Hook(HookPoint.BeforeToolCall, Name = "no-pipe-to-shell", Priority = HookPriority.High, Tools = Shells, OnFailure = HookFailurePolicy.Block)]
    public static HookResult DenyPipeToShell(ToolCallContext call) =>
        TryGetCommand(call, out var command) && PipeToShell().IsMatch(command)
            ? HookResult.Cancel("download the script first, read it, then run it")
            : HookResult.Continue;

    [Hook(HookPoint.BeforeToolCall, Name = "no-credential-dump", Priority = HookPriority.High, Tools = Shells, OnFailure = HookFailurePolicy.Block)]
    public static HookResult DenyCredentialDump(ToolCallContext call)
    {
        if (!TryGetCommand(call, out var command))
            return HookResult.Continue;

        foreach (var line in command.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith('#'))
                continue;
            if (CredentialDump().IsMatch(line))
                return HookResult.Cancel("this would print credentials into the transcript");
        }

        return HookResult.Continue;
    }

    [Hook(HookPoint.BeforeToolCall, Name = "ask-before-sudo", Tools = Shells)]
    public static HookResult AskBeforeSudo(ToolCallContext call) =>
        TryGetCommand(call, out var command) && Sudo().IsMatch(command)
            ? HookResult.Ask("the command runs as root")
            : HookResult.Continue;

    private static bool TryGetCommand(ToolCallContext call, out string command)
    {
        foreach (var name in (ReadOnlySpan<string>)["command", "cmd", "script"])
        {
            if (call.Arguments.TryGetString(name, out var value))
            {
                command = value;
                return true;
            }
        }

        command = string.Empty;
        return false;
    }

    [GeneratedRegex(@"\brm\s+(-\w*[rR]\w*f\w*|-\w*f\w*[rR]\w*|--recursive\s+--force)\s+(?<target>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex RecursiveDelete();

    [GeneratedRegex(@"\b(curl|wget)\b[^|;]*\|\s*(sudo\s+)?(ba|z|k)?sh\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PipeToShell();

    [GeneratedRegex(@"\b(printenv|env)\b\s*($|[|>])|\bcat\s+\S*(\.env|id_rsa|\.aws/credentials|\.netrc)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CredentialDump();

    [GeneratedRegex(@"(^|[;&|]\s*)sudo\s", RegexOptions.CultureInvariant)]
    private static partial Regex Sudo();
}
