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
            FileChangeAct change => change.Changes.SelectMany(one => Judge(one.Path, workspace, FileUse.Write).Concat(one.PreviousPath is { } previous ? Judge(previous, workspace, FileUse.Write) : [])),
            ReadAct read => read.Paths.SelectMany(path => Judge(path, workspace, use: null)),
            SearchAct { Target: SearchTarget.Text } search => search.Paths.Append(search.FileFilter).OfType<string>().SelectMany(path => Judge(path, workspace, use: null)),
            ShellAct => ShellScene.Commands(call, workspace).SelectMany(placed => Judge(placed, workspace)),
            _ => [],
        });
    }

    private IEnumerable<Objection> Judge(string path, Workspace workspace, FileUse? use) => Judge(path.Replace('*', ShellWord.Anything), path, workspace.Directory, workspace, use);

    private IEnumerable<Objection> Judge(PlacedCommand placed, Workspace workspace)
    {
        var targets = FileTargets.Of(placed.Command).ToList();
        var uses = new Dictionary<ShellWord, FileUse?>();
        foreach (var target in targets)
            uses[target.File] = uses.GetValueOrDefault(target.File) is { } other && other < target.Use ? other : target.Use;
        foreach (var word in uses.Keys.Concat(FileMentions.In(placed.Command)).Distinct())
        {
            foreach (var directory in placed.Directories.DefaultIfEmpty(workspace.Directory))
            {
                foreach (var objection in Judge(word.Shape, Expand(word, workspace), directory, workspace, uses.GetValueOrDefault(word)))
                    yield return objection;
            }
        }

        foreach (var objection in targets.Where(target => target.IsTree).SelectMany(target => JudgeTree(target, placed, workspace)))
            yield return objection;
    }

    // A folder takes what is in it along.
    private IEnumerable<Objection> JudgeTree(FileTarget target, PlacedCommand placed, Workspace workspace)
    {
        var path = Expand(target.File, workspace)?.TrimEnd('/');
        if (Path.GetFileName(path) is ['.', not '.', ..] && ProtectedFiles.Of(path + "/" + ShellWord.Anything, settings.SecretFiles) is Protection.Fixed or Protection.Secret
            || path is { Length: > 0 } && placed.Directories.Any(directory => RealPath.Of(Path.Combine(directory, path), target.IsEntry) is { } real && HoldsOwn(real)))
            yield return Objection.Deny($"{Objection.Quote(target.File.Text)} holds what decides what git or an agent may do; it stays as it is");
    }

    private static string? Expand(ShellWord word, Workspace workspace) => !word.IsKnown || word.IsPattern ? null : word.IsHome ? workspace.Home + word.Text[1..] : word.Text;

    /// <param name="shape">The path, with marks for what is unknown in it.</param>
    /// <param name="path">The path, if it is known.</param>
    /// <param name="use">What is done to it; null if it is read.</param>
    private IEnumerable<Objection> Judge(string shape, string? path, string directory, Workspace workspace, FileUse? use)
    {
        var real = path is { Length: > 0 } && !path.Contains('\0') ? RealPath.Of(Path.Combine(directory, path)) : null;
        var protection = ProtectedFiles.Of(workspace.InWorkingCopy(Path.IsPathRooted(shape) ? shape : directory + "/" + shape), settings.SecretFiles);
        if (real is not null && ProtectedFiles.Of(workspace.InWorkingCopy(real), settings.SecretFiles) is var behind && behind > protection)
            protection = behind;
        if (real is not null && use is not null && IsOwn(real))
            protection = Protection.Fixed;
        var shown = Objection.Quote(path ?? shape.Replace(ShellWord.Anything, '*'));
        if (protection == Protection.Secret)
            yield return Objection.Deny($"{shown} may hold secrets; the agent neither reads nor changes it");
        else if (protection == Protection.Fixed && use == FileUse.Mention)
            yield return Objection.Ask($"{shown} decides what git, a shell or an agent may do, and it is not known whether this changes it");
        else if (protection == Protection.Fixed && use is not null)
            yield return Objection.Deny($"{shown} decides what git, a shell or an agent may do; the agent does not change it");
        else if (protection == Protection.Asked && use is not (null or FileUse.Restore))
            yield return Objection.Ask($"{shown} is kept by a tool, or runs by itself; let the tool change it");
    }

    private bool IsOwn(string real) => Own().Any(own => string.Equals(real, own, StringComparison.OrdinalIgnoreCase));

    private bool HoldsOwn(string folder) => Own().Any(own => own.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase));

    // The guard, and what it has written down.
    private IEnumerable<string> Own() => new[] { Environment.ProcessPath, settings.AuditFile is { } audit ? RealPath.Of(Path.GetFullPath(audit)) : null }.OfType<string>();
}
