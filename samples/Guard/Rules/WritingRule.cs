using Guard.Files;
using Hooks;

namespace Guard.Rules;

/// <summary>Keeps file tools and shell commands from writing outside the workspace, links followed as they lead now.</summary>
internal sealed class WritingRule(GuardSettings settings)
{
    [Hook(HookPoint.BeforeToolCall, Name = "no-outside-writes", Tools = "@edit|@shell", Description = "Denies writing outside the workspace.")]
    public HookResult Check(ToolCallContext call)
    {
        var workspace = ShellScene.Workspace(settings, call);
        return Objection.Answer(call.TryGetAct<FileChangeAct>(out var act)
            ? act.Changes.SelectMany(change => Judge(change, workspace))
            : ShellScene.Commands(call, workspace).SelectMany(placed => FileTargets.Of(placed.Command).SelectMany(target => Judge(target, placed, workspace))));
    }

    private static IEnumerable<Objection> Judge(FileChange change, Workspace workspace)
    {
        foreach (var path in change.PreviousPath is { } previous ? [change.Path, previous] : new[] { change.Path })
        {
            // A file that is moved or deleted is the entry, and not what it leads to.
            var place = workspace.Find(path, isEntry: change.Operation == FileOperation.Delete || path == change.PreviousPath);
            if (place == Place.Unknown)
                yield return Objection.Ask($"it cannot be told where {Objection.Quote(path)} leads");
            else if (place != Place.Inside)
                yield return Outside(path);
        }
    }

    private static IEnumerable<Objection> Judge(FileTarget target, PlacedCommand placed, Workspace workspace)
    {
        if (target.Use == FileUse.Delete)
            yield break;
        var place = workspace.Find(target.File, placed.Directories);
        if (place == Place.Unknown && target.Use != FileUse.Mention)
            yield return Objection.Ask("it cannot be told which file this writes; name it");
        else if (place == Place.Outside)
            yield return target.Use switch
            {
                FileUse.Link => Objection.Ask($"this makes a link that may lead out of the workspace, to {Objection.Quote(target.File.Text)}"),
                FileUse.Mention when target == FileTarget.Here => Objection.Ask($"this runs {Objection.Quote(placed.Command.Name ?? "")} in a folder outside the workspace, where it may change files"),
                FileUse.Mention => Objection.Ask($"{Objection.Quote(target.File.Text)} is outside the workspace, and {Objection.Quote(placed.Command.Name ?? "")} may change it"),
                _ => Outside(target.File.Text),
            };
    }

    private static Objection Outside(string path) => Objection.Deny($"{Objection.Quote(path)} is outside the workspace; nothing is written there");
}
