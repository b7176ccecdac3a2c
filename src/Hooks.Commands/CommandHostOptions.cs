namespace Hooks.Commands;

/// <summary>How a command host reads, answers and reports. The defaults are those of a command that a coding agent starts.</summary>
public sealed class CommandHostOptions
{
    /// <summary>The largest input that is read, in bytes; a longer one counts as unreadable. Default: 16 MiB.</summary>
    public int MaxInputBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// A file to which each invocation adds one line of JSON: time, agent, event, verdict, deciding hook, duration and what went wrong.
    /// A log that cannot be written changes no verdict. Default: the environment variable <c>HOOKS_LOG</c>, else none.
    /// </summary>
    public string? LogPath { get; init; }

    /// <summary>The clock of the deadline and of the log. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the payload comes from. Default: standard input.</summary>
    public Stream? Input { get; init; }

    /// <summary>
    /// Where the answer goes. Default: standard output; then whatever else is written there goes to standard error while hooks run, and
    /// the process ends when the deadline has passed, even if a hook hangs.
    /// </summary>
    public Stream? Output { get; init; }

    /// <summary>Where notices and errors go. Default: standard error.</summary>
    public TextWriter? Error { get; init; }

    /// <summary>Verbs that another package brings.</summary>
    internal IReadOnlyList<Verb> AddedVerbs { get; private init; } = [];

    /// <summary>The same with more verbs.</summary>
    internal CommandHostOptions With(IReadOnlyList<Verb> verbs) => new()
    {
        MaxInputBytes = MaxInputBytes,
        LogPath = LogPath,
        TimeProvider = TimeProvider,
        Input = Input,
        Output = Output,
        Error = Error,
        AddedVerbs = verbs,
    };

    /// <exception cref="ArgumentException">A value cannot be.</exception>
    internal void Validate()
    {
        if (MaxInputBytes <= 0)
            throw new ArgumentException($"MaxInputBytes is {MaxInputBytes}; give a number of bytes above 0.", nameof(MaxInputBytes));
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
