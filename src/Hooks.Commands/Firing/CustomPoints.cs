namespace Hooks.Commands;

/// <summary>
/// What the classes of this package's custom points declare with <see cref="HookPointAttribute"/>, without reading it from there by reflection;
/// a test compares the two. Who listens is told it of points without hooks.
/// </summary>
internal static class CustomPoints
{
    public static HookPointInfo OfEvent => Make(typeof(HostEventContext), "host.event", isBlocking: false);

    public static HookPointInfo Of(CustomHookContext context)
    {
        var (name, isBlocking) = context switch
        {
            ClaudeDirectoryAdded => ("claude.directory.added", false),
            ClaudeDirectoryChanged => ("claude.directory.changed", false),
            ClaudeElicitation => ("claude.elicitation", true),
            ClaudeElicitationResult => ("claude.elicitation.result", true),
            ClaudeInstructionsLoaded => ("claude.instructions.loaded", false),
            ClaudeMessageDisplay => ("claude.message.display", true),
            ClaudeModelSwitched => ("claude.model.switched", false),
            ClaudePromptExpansion => ("claude.prompt.expansion", true),
            ClaudeSetup => ("claude.setup", false),
            ClaudeTaskCompleted => ("claude.task.completed", true),
            ClaudeTaskCreated => ("claude.task.created", true),
            ClaudeTeammateIdle => ("claude.teammate.idle", true),
            ClaudeToolBatch => ("claude.tool.batch", true),
            ClaudeWorktreeCreate => ("claude.worktree.create", true),
            ClaudeWorktreeRemove => ("claude.worktree.remove", false),
            CopilotPromptTransformed => ("copilot.prompt.transformed", true),
            CursorAgentThought => ("cursor.agent.thought", false),
            CursorTabFileRead => ("cursor.tab.file.read", true),
            CursorWorkspaceOpen => ("cursor.workspace.open", false),
            _ => throw new ArgumentException($"No agent has a point with the context {context.GetType()}.", nameof(context)),
        };
        return Make(context.GetType(), name, isBlocking);
    }

    private static HookPointInfo Make(Type context, string name, bool isBlocking) =>
        new(null, name, name, context, isBlocking ? HookResultKinds.Approval : HookResultKinds.None, HookFailurePolicy.Block);
}
