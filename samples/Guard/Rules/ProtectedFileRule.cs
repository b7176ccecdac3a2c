using Guard.Files;
using Guard.Shell;
using Hooks;

namespace Guard.Rules;

/// <summary>Keeps tools and commands off files with secrets, and from changing git's own files, the agents' settings and this guard.</summary>
internal sealed class ProtectedFileRule(GuardSettings settings)
{
    [Hook(HookPoint.BeforeToolCall, Name = "protected-files", Tools = "@edit|@read|@search|@shell", Description = "Denies reading files with secrets, and changing those and the agents' settings.")]
    public HookResult Check(ToolCallContext call)
    {
        var workspace = ShellScene.Workspace(settings, call);
        return Objection.Answer(call.GetAct() switch
        {
            FileChangeAct change => change.Changes.SelectMany(one => Judge(one.Path, workspace, isChange: true).Concat(one.PreviousPath is { } previous ? Judge(previous, workspace, isChange: true) : [])),
            ReadAct read => read.Paths.SelectMany(path => Judge(path, workspace, isChange: false)),
            SearchAct { Target: SearchTarget.Text } search => new[] { search.Path, search.FileFilter }.OfType<string>().SelectMany(path => Judge(path, workspace, isChange: false)),
            ShellAct => ShellScene.Commands(call, workspace).SelectMany(placed => Judge(placed, workspace)),
            _ => [],
        });
    }

    private IEnumerable<Objection> Judge(string path, Workspace workspace, bool isChange) => Judge(path.Replace('*', ShellWord.Anything), path, workspace.Directory, workspace, isChange);

    private IEnumerable<Objection> Judge(PlacedCommand placed, Workspace workspace)
    {
        var changed = FileTargets.Of(placed.Command).Select(target => target.File).ToHashSet();
        foreach (var word in changed.Concat(FileMentions.In(placed.Command)).Distinct())
        {
            foreach (var directory in placed.Directories.DefaultIfEmpty(workspace.Directory))
            {
                foreach (var objection in Judge(word.Shape, Expand(word, workspace), directory, workspace, changed.Contains(word)))
                    yield return objection;
            }
        }
    }

    private static string? Expand(ShellWord word, Workspace workspace) => !word.IsKnown || word.IsPattern ? null : word.IsHome ? workspace.Home + word.Text[1..] : word.Text;

    /// <param name="shape">The path, with marks for what is unknown in it.</param>
    /// <param name="path">The path, if it is known.</param>
    private IEnumerable<Objection> Judge(string shape, string? path, string directory, Workspace workspace, bool isChange)
    {
        var real = path is { Length: > 0 } && !path.Contains('\0') ? RealPath.Of(Path.Combine(directory, path)) : null;
        var protection = ProtectedFiles.Of(Path.IsPathRooted(shape) ? shape : directory + "/" + shape, settings.SecretFiles);
        if (real is not null && ProtectedFiles.Of(real, settings.SecretFiles) is var behind && behind > protection)
            protection = behind;
        if (real is not null && isChange && IsOwn(real))
            protection = Protection.Fixed;
        var shown = Objection.Quote(path ?? shape.Replace(ShellWord.Anything, '*'));
        if (protection == Protection.Secret)
            yield return Objection.Deny($"{shown} may hold secrets; the agent neither reads nor changes it");
        else if (protection == Protection.Fixed && isChange)
            yield return Objection.Deny($"{shown} decides what git, a shell or an agent may do; the agent does not change it");
        else if (protection == Protection.Asked && isChange)
            yield return Objection.Ask($"{shown} is kept by a tool, or runs by itself; let the tool change it");
    }

    // The guard, and what it has written down.
    private bool IsOwn(string real) => string.Equals(real, Environment.ProcessPath, StringComparison.OrdinalIgnoreCase)
        || settings.AuditFile is { } audit && string.Equals(real, RealPath.Of(Path.GetFullPath(audit)), StringComparison.OrdinalIgnoreCase);
}
