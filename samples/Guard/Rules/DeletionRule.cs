using Guard.Files;
using Guard.Shell;
using Hooks;

namespace Guard.Rules;

/// <summary>Keeps shell commands from deleting anything but parts of the workspace.</summary>
internal sealed class DeletionRule(GuardSettings settings)
{
    [Hook(HookPoint.BeforeToolCall, Name = "no-outside-deletes", Tools = "@shell", Description = "Denies deletes outside the workspace, and of all of it.")]
    public HookResult Check(ToolCallContext call)
    {
        var workspace = ShellScene.Workspace(settings, call);
        return Objection.Answer(ShellScene.Commands(call, workspace).SelectMany(placed => Judge(placed, workspace)));
    }

    private static IEnumerable<Objection> Judge(PlacedCommand placed, Workspace workspace)
    {
        if (GitCommand.Of(placed.Command) is { Name: "clean" } clean)
            return JudgeClean(clean, placed, workspace);
        return FileTargets.Of(placed.Command).Where(target => target.Use == FileUse.Delete).SelectMany(target => Judge(target, placed, workspace));
    }

    private static IEnumerable<Objection> Judge(FileTarget target, PlacedCommand placed, Workspace workspace)
    {
        var file = target.File;
        switch (workspace.Find(file, placed.Directories, target.IsEntry))
        {
            case Place.Unknown:
                yield return Objection.Ask("it cannot be told what this deletes; name the files");
                break;
            case Place.Outside:
                yield return Objection.Deny($"{Objection.Quote(file.Text)} is outside the workspace, and is not deleted");
                break;
            case Place.Whole:
            case Place.Inside when IsAll(file, placed, workspace):
                yield return Objection.Deny("deleting the whole workspace is not allowed");
                break;
        }
    }

    private static bool IsAll(ShellWord file, PlacedCommand placed, Workspace workspace)
    {
        if (!file.IsPattern || !FilePattern.IsEverything(file.Text))
            return false;
        var folder = file.Text[..Math.Max(file.Text.LastIndexOf('/'), 0)];
        while (folder is "**" || folder.EndsWith("/**", StringComparison.Ordinal))
            folder = folder[..Math.Max(folder.Length - 3, 0)];
        return workspace.Find(file with { Text = folder.Length == 0 ? "." : folder, IsPattern = folder.AsSpan().IndexOfAny('*', '?', '[') >= 0 }, placed.Directories) != Place.Inside;
    }

    private static IEnumerable<Objection> JudgeClean(GitCommand clean, PlacedCommand placed, Workspace workspace)
    {
        // -e takes the rest of the letters for its value.
        var flags = string.Concat(clean.Arguments.TakeWhile(word => word.Text != "--").Where(word => word.Text is ['-', not '-', ..]).Select(word => word.Text.Split('e')[0]));
        if (flags.Contains('n') || clean.Arguments.TakeWhile(word => word.Text != "--").Any(word => word.Text == "--dry-run"))
            yield break;
        if (clean.Folder is { } folder && workspace.Find(folder, placed.Directories) is Place.Outside)
            yield return Objection.Deny($"{Objection.Quote(folder.Text)} is outside the workspace, and is not cleaned");
        else if (placed.Directories.Any(directory => workspace.Find(directory) is Place.Outside) && clean.Folder is null)
            yield return Objection.Deny("this cleans a folder outside the workspace");
        else
            yield return Objection.Ask(flags.Contains('x') || flags.Contains('X')
                ? "this deletes all files that git does not know, those that it ignores too, such as local settings"
                : "this deletes all files that git does not know");
    }
}
