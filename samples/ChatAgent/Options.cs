namespace ChatAgent;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        ChatAgent [--recording FILE] [--pace FACTOR] [--help]

          A chat with an agent at a shop's support desk; every call of its model and of its tools goes through hooks.
          Without more it plays a recorded conversation. Refunds above 50 EUR are approved at the terminal.

          --recording FILE   Play this conversation: lines of {"user": TEXT}, {"say": TEXT}
                             and {"calls": [{"tool": NAME, "arguments": {}}]}.
          --pace FACTOR      How long models and tools take: 1 as in life, 0 no time.
                             Default: 1 at a terminal, 0 elsewhere.
          --help             Print this.

          CHAT_ENDPOINT, CHAT_MODEL, CHAT_KEY
                             A live model instead: an address that speaks OpenAI's chat completions (such as
                             http://localhost:11434/v1), the model's name, and the key if it wants one.
                             What you say is read from the input, a line a turn.

          Exit code: 0 done, 1 the model failed, 2 wrong usage, 130 cancelled.
        """;

    public string? Recording { get; private init; }

    /// <summary>The pace of recorded models and made-up tools; null if it was not given.</summary>
    public double? Pace { get; private init; }

    public bool IsHelp { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It makes no sense.</exception>
    public static Options Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new(),
        ["--help" or "-h", ..] => new() { IsHelp = true },
        ["--recording"] => throw new FormatException("--recording needs a file"),
        ["--recording", var file, .. var rest] => Parse(rest) with { Recording = file },
        ["--pace", var factor, .. var rest] when double.TryParse(factor, System.Globalization.CultureInfo.InvariantCulture, out var pace) && pace is >= 0 and <= 100 =>
            Parse(rest) with { Pace = pace },
        ["--pace", ..] => throw new FormatException("--pace needs a number from 0 to 100"),
        [var unknown, ..] => throw new FormatException($"'{unknown}' is not an option"),
    };
}
