using Hooks;

namespace GuardedAgent.Guards;

/// <summary>Keeps the file tools within the agent's working directory.</summary>
internal static class WorkspaceGuard
{
    [Hook(HookPoint.BeforeToolCall, Name = "stay-in-workspace", Tools = "@file", Description = "Denies file access outside the working directory, links followed.")]
    public static HookResult Check(ToolCallContext call) =>
        !call.Arguments.TryGetString("path", out var path) || WorkspacePath.IsInside(call.WorkingDirectory, path)
            ? HookResult.Continue
            : HookResult.Cancel($"'{path}' is outside the workspace");
}
