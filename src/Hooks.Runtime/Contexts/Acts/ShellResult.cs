namespace Hooks;

/// <summary>What has come of a <see cref="ShellAct"/>, as far as the agent says it.</summary>
/// <param name="Output">What the command wrote, as the agent shows it to the model; with errors among it where the agent does not keep them apart.</param>
public sealed record ShellResult(string Output)
{
    /// <summary>What it wrote to standard error; null where the agent does not keep that apart.</summary>
    public string? Errors { get; init; }

    /// <summary>How it ended; null where the agent does not say. Claude Code says it of commands that failed, Cursor always.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Whether it was stopped before its end.</summary>
    public bool IsInterrupted { get; init; }
}
