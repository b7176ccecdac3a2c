using System.Globalization;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>The arguments with which an agent starts the command, as the configuration that this package writes has them.</summary>
internal sealed class CommandLine
{
    /// <summary>The agent; null if the payload has to tell.</summary>
    public CodingAgent? Agent { get; private set; }

    /// <summary>The event; null if the payload has to tell.</summary>
    public string? EventName { get; private set; }

    /// <summary>How long the command may take, which is less than the agent waits.</summary>
    public TimeSpan? Deadline { get; private set; }

    /// <summary>A payload handed over as an argument, as Codex does with its notify program.</summary>
    public string? Payload { get; private set; }

    /// <summary>What is wrong with the arguments; null if nothing is.</summary>
    public string? Mistake { get; private set; }

    /// <summary>An event that came in on another way than by arguments.</summary>
    public static CommandLine Of(CodingAgent agent, string eventName, TimeSpan? deadline, string? mistake) =>
        new() { Agent = agent, EventName = eventName, Deadline = deadline, Mistake = mistake };

    public static CommandLine Parse(ReadOnlySpan<string> args)
    {
        var line = new CommandLine();
        for (var at = 0; at < args.Length; at++)
        {
            var name = args[at];
            if (name.StartsWith('{') && at == args.Length - 1)
                line.Payload = name;
            else if (name is not ("--host" or "--event" or "--deadline"))
                line.Err($"'{name}' is not an option; give --host, --event and --deadline, or a verb (--help lists them).");
            else if (at + 1 == args.Length)
                line.Err($"{name} has no value.");
            else
                line.Take(name, args[++at]);
        }

        return line;
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "--host" when FindAgent(value) is { } agent:
                Agent = agent;
                break;
            case "--host":
                Err($"There is no host '{value}'; give claude, codex, gemini, copilot or cursor.");
                break;
            case "--event":
                EventName = value;
                break;
            case "--deadline" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0:
                Deadline = TimeSpan.FromMilliseconds(milliseconds);
                break;
            default:
                Err($"The deadline '{value}' is not a number of milliseconds above 0.");
                break;
        }
    }

    public static CodingAgent? FindAgent(string name)
    {
        for (var at = 0; at < HostTable.All.Count; at++)
        {
            if (string.Equals(HostTable.All[at].Name, name, StringComparison.Ordinal))
                return (CodingAgent)at;
        }

        return null;
    }

    private void Err(string mistake) => Mistake ??= mistake;
}
