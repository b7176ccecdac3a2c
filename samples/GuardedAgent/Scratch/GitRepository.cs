using System.ComponentModel;
using System.Diagnostics;

namespace GuardedAgent.Scratch;

/// <summary>The project's repository and the bare one that plays its remote. Without git, the agent's git calls fail and no more.</summary>
internal static class GitRepository
{
    public static void Create(ScratchFolder scratch)
    {
        Directory.CreateDirectory(scratch.Remote);
        _ = TryRun(scratch, "init", "--quiet", "--bare", "../remote.git")
            && TryRun(scratch, "init", "--quiet")
            && TryRun(scratch, "symbolic-ref", "HEAD", "refs/heads/main")
            && TryRun(scratch, "remote", "add", "origin", "../remote.git")
            && TryRun(scratch, "add", "--all")
            && TryRun(scratch, "commit", "--quiet", "--message", "Add up receipts")
            && TryRun(scratch, "push", "--quiet", "origin", "main");
    }

    private static bool TryRun(ScratchFolder scratch, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = scratch.Project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in scratch.Environment)
            start.Environment[name] = value;
        try
        {
            using var git = Process.Start(start)!;
            git.OutputDataReceived += static (_, _) => { };
            git.BeginOutputReadLine();
            git.StandardError.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
