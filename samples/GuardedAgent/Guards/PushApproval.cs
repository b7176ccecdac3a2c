using GuardedAgent.Guards.Shell;
using Hooks;

namespace GuardedAgent.Guards;

/// <summary>An ordinary push leaves the machine, so a person has to agree to it.</summary>
internal static class PushApproval
{
    [Hook(HookPoint.BeforeToolCall, Name = "ask-before-push", Tools = "@shell", Description = "Asks before anything is pushed.")]
    public static HookResult Check(ToolCallContext call) =>
        call.Arguments.TryGetString("command", out var command)
            && ShellScript.Parse(command).Any(found => GitPush.TryGetArguments(found, out _))
            ? HookResult.Ask("this publishes the agent's commits")
            : HookResult.Continue;
}
