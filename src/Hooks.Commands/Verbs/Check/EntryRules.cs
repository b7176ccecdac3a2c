using System.Globalization;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>What makes an entry useless whoever's it is.</summary>
/// <param name="agent">The agent.</param>
internal sealed class EntryRules(CodingAgent agent)
{
    private static readonly string[] Types = ["command", "http", "mcp_tool", "prompt", "agent"];

    private readonly HostTable _host = HostTable.All[(int)agent];

    /// <summary>What is wrong with an entry.</summary>
    public IEnumerable<SettingsFinding> Check(PlacedHandler placed, bool isOurs)
    {
        if (Type(placed, isOurs) is { } type)
            yield return type;
        if (Timeout(placed, isOurs) is { } timeout)
            yield return timeout;
        if (_host.Find(placed.Event) is not { } hostEvent)
            yield break;

        // Ours are compared with what they shall be.
        if (!isOurs && placed.MatcherText is { } matcher)
        {
            foreach (var dead in DeadMatchers.In(agent, hostEvent, matcher))
                yield return new(placed.Matcher!, false, dead);
        }

        if (placed.Handler["if"] is { } condition && agent == CodingAgent.ClaudeCode && hostEvent.Matcher != HostMatcher.Tool)
            yield return new(condition, isOurs, $"'if' is for the events of tools; with it this never runs at {hostEvent.Name}");
        foreach (var idle in agent == CodingAgent.ClaudeCode ? OfClaude(placed) : [])
            yield return idle;
        if (!isOurs && placed.Handler["async"] is { Kind: SettingsKind.True } async && hostEvent.IsGate)
            yield return new(async, false, $"'async': nobody waits for this, so that it decides nothing at {hostEvent.Name}");
    }

    // The switch is read in the entry, and not where an event only ends something; a server is not called before it can be reached.
    private static IEnumerable<SettingsFinding> OfClaude(PlacedHandler placed)
    {
        if (placed.Group["onFailure"] is { } outside)
            yield return new(outside, false, "'onFailure' beside the matcher has no effect; it belongs into the entry, beside 'command'");
        if (placed.Handler["onFailure"] is { } ignored && HostEntries.IgnoresOnFailure(placed.Event))
            yield return new(ignored, false, $"'onFailure' is ignored at {placed.Event}");
        if (placed.Event is "SessionStart" or "Setup" && placed.Handler["type"] is { } type && type.AsText() is "http" or "prompt" or "agent")
            yield return new(type, false, $"entries of this type never run at {placed.Event}; take 'command'");
    }

    // Of ours it is said that they are to start a command.
    private SettingsFinding? Type(PlacedHandler placed, bool isOurs) => placed.Handler["type"] switch
    {
        { } type when agent == CodingAgent.Codex && type.AsText() != "command" => new(type, true, "Codex takes no type but 'command', and refuses the whole file for this"),
        _ when isOurs => null,
        { } type when agent == CodingAgent.GeminiCli && type.AsText() != "command" => new(type, false, "Gemini CLI takes no type but 'command'"),
        { } type when !Types.Contains(type.AsText()) => new(type, false, $"no type of hook; take one of {string.Join(", ", Types)}"),
        null when agent is not CodingAgent.Cursor => new(placed.Handler, false, "the entry has no 'type'"),
        _ => null,
    };

    private SettingsFinding? Timeout(PlacedHandler placed, bool isOurs)
    {
        var name = agent == CodingAgent.CopilotCli ? "timeoutSec" : "timeout";
        if (name != "timeout" && placed.Handler["timeout"] is { } ignored)
            return new(ignored, isOurs, $"{_host.DisplayName} reads '{name}', in seconds, and no 'timeout'");
        if (placed.Handler[name] is not { } timeout)
            return null;
        if (timeout.AsNumber() is not > 0)
            return new(timeout, isOurs, $"'{name}' must be a number above 0");
        var number = timeout.AsNumber()!.Value;
        if (agent == CodingAgent.GeminiCli && number < 1000)
            return new(timeout, isOurs, Unit(name, timeout, "milliseconds", number / 1000));
        return agent != CodingAgent.GeminiCli && number >= 1000 ? new(timeout, isOurs, Unit(name, timeout, "seconds", number)) : null;
    }

    private string Unit(string name, SettingsNode timeout, string unit, double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"'{name}' of {_host.DisplayName} is in {unit}: {timeout.Text} is {seconds:0.###} s");
}
