using Hooks;

namespace Guard.Rules;

/// <summary>Keeps the agent from stopping in the middle of a merge or a rebase, once.</summary>
internal static class UnfinishedWorkRule
{
    private static readonly (string File, string Work)[] Signs =
    [
        ("MERGE_HEAD", "merge"), ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"), ("rebase-merge", "rebase"), ("rebase-apply", "rebase"),
    ];

    [Hook(HookPoint.BeforeAgentStop, Name = "finish-merges", Description = "Sends the agent back once when a merge or rebase is unfinished.")]
    public static HookResult Check(AgentContext agent) =>
        agent.ContinuationCount == 0 && agent.WorkingDirectory is { } directory && Find(directory) is { } work
            ? HookResult.Retry($"a {work} is not finished here; finish it, or abort it and say so")
            : HookResult.Continue;

    private static string? Find(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            var git = Path.Combine(at.FullName, ".git");
            if (File.Exists(git))
                git = File.ReadAllText(git).Split("gitdir:", 2) is [_, var elsewhere] ? Path.Combine(at.FullName, elsewhere.Trim()) : git;
            if (Directory.Exists(git))
                return Array.Find(Signs, sign => Path.Exists(Path.Combine(git, sign.File))).Work;
        }

        return null;
    }
}
