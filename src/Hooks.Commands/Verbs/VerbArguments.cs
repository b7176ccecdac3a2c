using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>The arguments of a verb.</summary>
internal sealed class VerbArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly string _verb;

    private VerbArguments(string verb) => _verb = verb;

    /// <summary>The words that belong to no option.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The value of an option; null if it was not given.</summary>
    public string? this[string name] => _options.GetValueOrDefault(name);

    /// <summary>Whether an option was given.</summary>
    public bool Has(string name) => _options.ContainsKey(name);

    /// <exception cref="UsageException">An option is unknown, stands twice or lacks its value, or there are too many words.</exception>
    public static VerbArguments Parse(string verb, ReadOnlySpan<string> args, IReadOnlyList<VerbOption> known, int maxWords)
    {
        var arguments = new VerbArguments(verb);
        for (var at = 0; at < args.Length; at++)
        {
            var equals = args[at].StartsWith("--", StringComparison.Ordinal) ? args[at].IndexOf('=') : -1;
            var name = equals < 0 ? args[at] : args[at][..equals];
            if (!name.StartsWith('-'))
            {
                arguments._words.Add(name);
                continue;
            }

            var option = known.FirstOrDefault(option => option.Name == name) ?? throw arguments.Mistake($"has no option '{name}'");
            var value = string.Empty;
            if (option.Value is null && equals >= 0)
                throw arguments.Mistake($"takes no value for {name}");
            if (option.Value is not null)
                value = equals >= 0 ? args[at][(equals + 1)..] : ++at < args.Length ? args[at] : throw arguments.Mistake($"needs a value for {name}, {option.Meaning.Split(';')[0]}");
            if (option.Value is not null && value.Length == 0)
                throw arguments.Mistake($"needs a value for {name}, {option.Meaning.Split(';')[0]}");
            if (!arguments._options.TryAdd(name, value))
                throw arguments.Mistake($"was given {name} twice");
        }

        return arguments._words.Count <= maxWords ? arguments : throw arguments.Mistake($"does not know what to do with '{arguments._words[maxWords]}'");
    }

    /// <summary>The agent that was named; null if none was.</summary>
    /// <exception cref="UsageException">There is no such agent.</exception>
    public CodingAgent? Agent() => this["--host"] is not { } name ? null
        : CommandLine.FindAgent(name) ?? throw Mistake($"knows no host '{name}'; take one of {string.Join(", ", HostTable.All.Select(host => host.Name))}");

    /// <summary>The agent, which has to be named.</summary>
    /// <exception cref="UsageException">None was, or there is no such agent.</exception>
    public CodingAgent RequiredAgent() => Agent() ?? throw Mistake($"needs --host, {VerbOption.Host.Meaning}");

    /// <summary>One of a few words.</summary>
    /// <exception cref="UsageException">It is another.</exception>
    public string Choice(string option, params ReadOnlySpan<string> words)
    {
        var word = this[option] ?? words[0];
        return words.Contains(word) ? word : throw Mistake($"knows no {option[2..]} '{word}'; take one of {string.Join(", ", words.ToArray())}");
    }

    /// <summary>An error that says where help is.</summary>
    public UsageException Mistake(string what) => new($"{_verb} {what}. See {_verb} --help.");
}
