namespace GuardedAgent;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        GuardedAgent [--plan FILE] [--graph [mermaid|text]] [--help]

          An agent works on a small project in a scratch folder; every tool call goes through hooks.

          --plan FILE   Make the tool calls of this file instead: one line of JSON each,
                        {"tool": "run_shell", "arguments": {"command": "ls"}, "say": "optional"}
          --graph       Print the hooks instead, as a Mermaid diagram or as text.
          --help        Print this.

          Exit code: 0 done, 1 done but for bad lines in the plan, 2 wrong usage, 130 cancelled.
        """;

    public string? Plan { get; private init; }

    /// <summary>The form of the hook graph, <c>mermaid</c> or <c>text</c>; null for a run.</summary>
    public string? Graph { get; private init; }

    public bool IsHelp { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    public static Options Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new(),
        ["--help" or "-h", ..] => new() { IsHelp = true },
        ["--plan"] => throw new UsageException("--plan needs a file"),
        ["--plan", var file, .. var rest] => Parse(rest) with { Plan = file },
        ["--graph", "mermaid" or "text", .. var rest] => Parse(rest) with { Graph = arguments[1] },
        ["--graph", .. var rest] => Parse(rest) with { Graph = "mermaid" },
        [var unknown, ..] => throw new UsageException($"'{unknown}' is not an option"),
    };
}

/// <summary>The command line makes no sense, with a message for whoever wrote it.</summary>
internal sealed class UsageException(string message) : Exception(message);
