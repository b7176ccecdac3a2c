using GuardedAgent.Guards.Shell;
using Hooks;

namespace GuardedAgent.Guards;

/// <summary>Keeps shell commands from deleting anything but parts of the working directory.</summary>
internal static class DeletionGuard
{
    [Hook(HookPoint.BeforeToolCall, Name = "no-outside-deletes", Tools = "@shell", Description = "Denies deletes outside the working directory, and of all of it.")]
    public static HookResult Check(ToolCallContext call)
    {
        if (!call.Arguments.TryGetString("command", out var script) || call.WorkingDirectory is not { } workspace)
            return HookResult.Continue;
        string? directory = workspace;
        foreach (var command in ShellScript.Parse(script))
        {
            if (command.Name is "cd" or "pushd")
                directory = Enter(directory, command.Arguments);
            else if (Targets(command) is { } targets && Objection(workspace, directory, targets, isSearch: command.Name == "find") is { } objection)
                return HookResult.Cancel(objection);
        }

        return HookResult.Continue;
    }

    private static string? Objection(string workspace, string? directory, IReadOnlyList<ShellWord> targets, bool isSearch)
    {
        if (directory is null || targets.Count == 0 || !targets.All(target => target.IsLiteral))
            return "it cannot be told what this would delete; name the files";
        var outside = targets.FirstOrDefault(target => !WorkspacePath.IsInside(workspace, target.Text, directory));
        if (outside.Text is not null)
            return $"'{outside.Text}' is outside the workspace and stays";
        return !isSearch && targets.Any(target => WorkspacePath.IsRoot(workspace, target.Text, directory)) ? "deleting the whole workspace is not allowed" : null;
    }

    // Null: not a command that deletes.
    private static IReadOnlyList<ShellWord>? Targets(ShellCommand command) => command.Name switch
    {
        "rm" or "rmdir" or "unlink" or "shred" or "del" or "erase" or "rd" => [.. command.Arguments.Where(word => !word.Text.StartsWith('-'))],
        "find" when command.Arguments.Any(word => word.Text is "-delete" or "-exec" or "-execdir") =>
            [.. command.Arguments.TakeWhile(word => !word.Text.StartsWith('-'))],
        _ => null,
    };

    // Null: only the shell knows where it leads.
    private static string? Enter(string? directory, IReadOnlyList<ShellWord> arguments) =>
        directory is not null && arguments is [{ IsLiteral: true, Text: not "-" } target] ? Path.GetFullPath(target.Text, directory) : null;
}
