namespace Hooks.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        dotnet run -c Release --project benchmarks/Hooks.Benchmarks [-- options]
          (none)            every group, each in processes of its own: on the JIT, then as a native binary if there is a linker
          --quick           seconds instead of minutes, for CI: the marks are informational, counts and bytes are checked; JIT only
          --jit | --native  one of the two only
          --group NAME      one group only; may be repeated
          --list            the groups
          --processes N     processes per group (default 3; their medians are printed)
          --detail [FILTER] BenchmarkDotNet instead, for single methods
        """;

    public bool IsQuick { get; private set; }

    public bool RunsJit { get; private set; } = true;

    public bool RunsNative { get; private set; } = true;

    public bool Lists { get; private set; }

    /// <summary>The one group that this process measures; null in the process that the user started.</summary>
    public string? Child { get; private set; }

    public int? Processes { get; private set; }

    public List<string> Groups { get; } = [];

    /// <summary>What is handed on to BenchmarkDotNet; null if it was not asked for.</summary>
    public string[]? Detail { get; private set; }

    /// <summary>Reads the command line; null if it cannot be understood.</summary>
    public static Arguments? Parse(string[] args)
    {
        var arguments = new Arguments();
        for (var i = 0; i < args.Length; i++)
        {
            var hasValue = i + 1 < args.Length;
            switch (args[i])
            {
                case "--quick":
                    arguments.IsQuick = true;
                    arguments.RunsNative = args.Contains("--native");
                    break;
                case "--jit":
                    arguments.RunsNative = false;
                    break;
                case "--native":
                    arguments.RunsJit = false;
                    break;
                case "--list":
                    arguments.Lists = true;
                    break;
                case "--group" when hasValue:
                    arguments.Groups.Add(args[++i]);
                    break;
                case "--child" when hasValue:
                    arguments.Child = args[++i];
                    break;
                case "--processes" when hasValue && int.TryParse(args[i + 1], out var processes) && processes > 0:
                    arguments.Processes = processes;
                    i++;
                    break;
                case "--detail":
                    arguments.Detail = args[(i + 1)..];
                    return arguments;
                default:
                    return null;
            }
        }

        return arguments;
    }
}
