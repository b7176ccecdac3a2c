using Guard.Files;
using Guard.Shell;
using Hooks;

namespace Guard.Rules;

/// <summary>A command of a call, and where it may run.</summary>
internal sealed record PlacedCommand(ShellCommand Command, IReadOnlyCollection<string> Directories);

/// <summary>The folders of a call, and its commands in them.</summary>
internal static class ShellScene
{
    /// <summary>The folder in which the agent may work, as the settings or else the agent say.</summary>
    public static Workspace Workspace(GuardSettings settings, ToolCallContext call)
    {
        var directory = call.WorkingDirectory ?? settings.Workspace;
        IEnumerable<string> roots = settings.Workspace is { } workspace ? [workspace] : directory is null ? [] : [directory];
        return new(roots.Concat(settings.Folders), directory ?? Path.GetTempPath(), settings.Home);
    }

    /// <summary>The commands of a shell tool, each with the directories in which it may run; none for other calls.</summary>
    public static IEnumerable<PlacedCommand> Commands(ToolCallContext call, Workspace workspace)
    {
        if (ShellScript.Of(call) is not { } script || !call.TryGetAct<ShellAct>(out var act))
            yield break;
        var start = act.WorkingDirectory is { Length: > 0 } own ? Path.Combine(workspace.Directory, own) : workspace.Directory;
        var directories = new Directories(workspace, start);
        foreach (var command in script.Commands)
            yield return new(command, directories.Enter(command));
    }
}
