namespace Hooks;

/// <summary>Runs a command, or hands text to a shell that runs already.</summary>
/// <param name="Command">
/// The command line. Where the agent gives the program and its arguments one by one (<see cref="Arguments"/>), they are quoted as a
/// POSIX shell would need it; of a plain <c>bash -lc script</c> and the like, it is the script.
/// </param>
public sealed record ShellAct(string Command) : ToolAct
{
    /// <inheritdoc/>
    public override ToolActKind Kind => ToolActKind.Shell;

    /// <summary>What it is for, in the agent's words.</summary>
    public string? Description { get; init; }

    /// <summary>How long it may take. Read as milliseconds, which is what Claude Code, Codex and Cursor mean.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Where it runs, if the call says so; else in the directory in which the agent works.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Whether nobody waits for it.</summary>
    public bool InBackground { get; init; }

    /// <summary>The program and its arguments, where the agent gives them one by one; null for a command line.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }

    /// <summary>Whether the other runs the same in the same way.</summary>
    public bool Equals(ShellAct? other) =>
        base.Equals(other) && Command == other.Command && Description == other.Description && Timeout == other.Timeout
        && WorkingDirectory == other.WorkingDirectory && InBackground == other.InBackground && SameItems(Arguments, other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Command, WorkingDirectory, InBackground);
}
