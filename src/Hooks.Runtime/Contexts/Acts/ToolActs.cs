using System.Diagnostics.CodeAnalysis;

namespace Hooks;

/// <summary>Reads what a call means, so that one hook guards the same act in every coding agent.</summary>
/// <remarks>
/// Known are the tools that Claude Code, Codex, Gemini CLI, Copilot CLI and Cursor bring along, under the names that the groups of
/// <see cref="HookAttribute.Tools"/> list. A tool of a server is never one of them, whatever its name, and nor is one that an assembly
/// adds to a group: what its arguments mean, only that assembly knows.
/// </remarks>
public static class ToolActs
{
    /// <summary>What a call means.</summary>
    /// <param name="call">The call. It is read as it stands; after a hook has changed the arguments, read it again.</param>
    /// <returns>The act; an <see cref="UnreadableAct"/> if the tool is known and its arguments make no sense; null if the tool is not known.</returns>
    public static ToolAct? GetAct(this ToolCallContext call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return ToolActReader.Read(call.ToolName, call.ServerName, call.Arguments);
    }

    /// <inheritdoc cref="GetAct(ToolCallContext)"/>
    public static ToolAct? GetAct(this PermissionContext call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return ToolActReader.Read(call.ToolName, call.ServerName, call.Arguments);
    }

    /// <summary>Whether a call is a certain act, and can be read.</summary>
    /// <typeparam name="TAct">The act, for example <see cref="ShellAct"/>, or <see cref="FileChangeAct"/> for all that change files.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="act">The act, or null.</param>
    /// <returns>
    /// False if the tool does something else, is not known, or cannot be read; in a hook whose <see cref="HookAttribute.Tools"/> name
    /// nothing but such tools, the last. Elsewhere <see cref="GetAct(ToolCallContext)"/> tells the three apart.
    /// </returns>
    public static bool TryGetAct<TAct>(this ToolCallContext call, [NotNullWhen(true)] out TAct? act)
        where TAct : ToolAct
    {
        act = call.GetAct() as TAct;
        return act is not null;
    }

    /// <inheritdoc cref="TryGetAct{TAct}(ToolCallContext, out TAct)"/>
    public static bool TryGetAct<TAct>(this PermissionContext call, [NotNullWhen(true)] out TAct? act)
        where TAct : ToolAct
    {
        act = call.GetAct() as TAct;
        return act is not null;
    }
}
