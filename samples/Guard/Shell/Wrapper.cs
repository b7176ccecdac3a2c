namespace Guard.Shell;

/// <summary>A program that starts the program that its arguments name, and what of its arguments is not that program.</summary>
/// <param name="Flags">Its options of one letter.</param>
/// <param name="Valued">Those with a value.</param>
/// <param name="LongFlags">Its options of more letters, without the hyphens.</param>
/// <param name="LongValued">Those with a value.</param>
internal sealed record Wrapper(string Flags = "", string Valued = "", string[]? LongFlags = null, string[]? LongValued = null)
{
    /// <summary>How many words stand before the program.</summary>
    public int Operands { get; init; }

    /// <summary>Whether variables may be set before the program.</summary>
    public bool SetsVariables { get; init; }

    /// <summary>The wrapper of a name; null if there is none.</summary>
    public static Wrapper? Find(string name) => name switch
    {
        "sudo" => new("AbEHknPSsi", "Cghprtu", ["preserve-env", "set-home", "non-interactive", "login", "shell"], ["user", "group", "preserve-env"]) { SetsVariables = true },
        "doas" => new("ns", "uC"),
        "env" => new("i0v", "u", ["ignore-environment", "null", "debug"], ["unset"]) { SetsVariables = true },
        "nohup" => new(),
        "setsid" => new("cfw", "", ["ctty", "fork", "wait"]),
        "builtin" => new(),
        "command" => new("p"),
        "exec" => new("cl", "a"),
        "nice" => new("0123456789", "n", null, ["adjustment"]),
        "ionice" => new("t", "cn", ["ignore"], ["class", "classdata"]),
        "time" => new("p"),
        "timeout" => new("v", "ks", ["foreground", "preserve-status", "verbose"], ["signal", "kill-after"]) { Operands = 1 },
        "stdbuf" => new("", "ioe", null, ["input", "output", "error"]),
        "chronic" => new(),
        "unbuffer" => new(),
        "caffeinate" => new("dimsu", "tw"),
        "busybox" => new(),
        "toybox" => new(),
        "noglob" or "nocorrect" or "-" => new(),
        "repeat" => new() { Operands = 1 },
        "flock" => new("sxneuoF", "wE") { Operands = 1 },
        "taskset" => new("ac") { Operands = 1 },
        "chrt" => new("bfiorR") { Operands = 1 },
        "setpriv" or "fakeroot" => new(),
        "xargs" => new("0rtpxo", "InPLsdaE", ["null", "no-run-if-empty", "verbose", "interactive", "exit"],
            ["replace", "max-args", "max-procs", "max-lines", "delimiter", "arg-file", "eof", "max-chars"]),
        _ => null,
    };

    /// <summary>Where the program stands among the words; their number if there is none; -1 if an option is not known.</summary>
    public int IndexOfProgram(IReadOnlyList<ShellWord> words)
    {
        var at = 1;
        for (; at < words.Count && words[at] is { IsLiteral: true, Text: ['-', ..] }; at++)
        {
            var text = words[at].Text;
            if (text == "--")
            {
                at++;
                break;
            }

            if (text != "-" && Length(text) is var length)
            {
                if (length < 0)
                    return -1;
                at += length - 1;
            }
        }

        while (SetsVariables && at < words.Count && words[at].Text.IndexOf('=') > 0)
            at++;
        return Math.Min(at + Operands, words.Count);
    }

    // How many words an option takes; -1 if it is not known.
    private int Length(string option)
    {
        if (option.StartsWith("--", StringComparison.Ordinal))
        {
            var equals = option.IndexOf('=');
            var name = equals < 0 ? option[2..] : option[2..equals];
            if (equals >= 0)
                return LongValued?.Contains(name) == true ? 1 : -1;
            return LongFlags?.Contains(name) == true ? 1 : LongValued?.Contains(name) == true ? 2 : -1;
        }

        for (var at = 1; at < option.Length; at++)
        {
            if (Valued.Contains(option[at]))
                return at == option.Length - 1 ? 2 : 1;
            if (!Flags.Contains(option[at]))
                return -1;
        }

        return 1;
    }
}
