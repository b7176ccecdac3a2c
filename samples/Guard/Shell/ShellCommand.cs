namespace Guard.Shell;

/// <summary>How a command follows the one before it.</summary>
internal enum Joint
{
    /// <summary>Whatever has become of that one.</summary>
    After,

    /// <summary>If that one succeeded.</summary>
    And,

    /// <summary>If that one failed.</summary>
    Or,

    /// <summary>At the same time, reading what that one writes.</summary>
    Pipe,
}

/// <summary>A file that the shell opens for a command.</summary>
/// <param name="IsWritten">Whether it is written; else it is read.</param>
/// <param name="File">The file.</param>
internal sealed record ShellRedirection(bool IsWritten, ShellWord File);

/// <summary>A variable that is set before a command, or for it.</summary>
internal sealed record ShellAssignment(string Name, ShellWord Value);

/// <summary>Commands that share one working directory: a script, or a subshell in it.</summary>
internal sealed class ShellScope(ShellScope? parent)
{
    /// <summary>The scope in which it begins.</summary>
    public ShellScope? Parent { get; } = parent;

    /// <summary>How it follows the command before it; null where it is a part of a command.</summary>
    public Joint? Joint { get; init; }
}

/// <summary>One command of a script: a program with its arguments, and what stands around it.</summary>
internal sealed class ShellCommand(IReadOnlyList<ShellWord> words, ShellScope scope)
{
    /// <summary>The program and its arguments; none where there are only assignments or redirections.</summary>
    public IReadOnlyList<ShellWord> Words { get; } = words;

    public ShellScope Scope { get; } = scope;

    public IReadOnlyList<ShellAssignment> Assignments { get; init; } = [];

    public IReadOnlyList<ShellRedirection> Redirections { get; init; } = [];

    public Joint Joint { get; init; }

    /// <summary>Whether it stands in an if, a loop or a group, or in the background, so that it may not run, or not where it seems to.</summary>
    public bool IsConditional { get; set; }

    /// <summary>Whether it stands in a loop.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The command whose output it reads.</summary>
    public ShellCommand? Source { get; init; }

    /// <summary>What it reads, where that stands in the script itself.</summary>
    public ShellWord? Input { get; set; }

    /// <summary>Whether it stands behind the end of an if, a loop or a group, whatever of that has run.</summary>
    public bool FollowsBlock { get; init; }

    /// <summary>Whether it may run in a process of its own, as parts of a pipe do in most shells, or succeed by failing.</summary>
    public bool RunsApart { get; set; }

    /// <summary>
    /// The program's file name in small letters and without <c>.exe</c>, because <c>/bin/rm</c>, and on some systems <c>RM</c>, are the same
    /// program; null if only the shell knows it, or if there is none.
    /// </summary>
    public string? Name { get; } = words is [{ IsKnown: true, IsPattern: false } program, ..] ? NameOf(program.Text) : null;

    public IEnumerable<ShellWord> Arguments => Words.Skip(1);

    /// <summary>The same command with other words, as a program such as <c>env</c> would start it.</summary>
    public ShellCommand With(IReadOnlyList<ShellWord> words) => new(words, Scope)
    {
        Joint = Joint, IsConditional = true, IsRepeated = IsRepeated, FollowsBlock = FollowsBlock, Source = Source, Input = Input, RunsApart = true,
    };

    private static string NameOf(string program)
    {
        var name = program[(program.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        return name.EndsWith(".exe", StringComparison.Ordinal) ? name[..^4] : name;
    }
}
