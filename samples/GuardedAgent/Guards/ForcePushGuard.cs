using GuardedAgent.Guards.Shell;
using Hooks;

namespace GuardedAgent.Guards;

/// <summary>Keeps the agent from rewriting history that others may have fetched.</summary>
internal static class ForcePushGuard
{
    [Hook(HookPoint.BeforeToolCall, Name = "no-force-push", Tools = "@shell", Description = "Denies git push --force in all its spellings.")]
    public static HookResult Check(ToolCallContext call) =>
        call.Arguments.TryGetString("command", out var command) && ShellScript.Parse(command).Any(IsForcePush)
            ? HookResult.Cancel("force-push is not allowed; push a new commit instead")
            : HookResult.Continue;

    private static bool IsForcePush(ShellCommand command) =>
        GitPush.TryGetArguments(command, out var arguments) && arguments.Any(Forces);

    // A word that only the shell can expand may hold anything, --force included.
    private static bool Forces(ShellWord word) => !word.IsLiteral || word.Text switch
    {
        "--mirror" => true,
        ['+', _, ..] => true,
        ['-', '-', .. var name] => name.StartsWith("forc", StringComparison.Ordinal),
        ['-', .. var flags] => flags.Contains('f'),
        _ => false,
    };
}
