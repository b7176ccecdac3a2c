using System.Globalization;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>The entries that an agent's settings need, one for each event that has hooks.</summary>
/// <param name="agent">The agent.</param>
/// <param name="minVersion">The oldest version of it that has to understand the settings; null for that of the reference.</param>
/// <param name="command">The path of the program, as the settings have it.</param>
/// <param name="server">The server to which events are posted that an agent can post; null if the program is started for all.</param>
internal sealed class HostEntries(CodingAgent agent, AgentVersion? minVersion, string command, HttpAddress? server = null)
{
    private static readonly AgentVersion FailClosed = new(2, 1, 295);

    private readonly List<string> _notes = [];

    /// <summary>What people should know about what was left out.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public HttpAddress? Server { get; } = server;

    public HostTable Host { get; } = HostTable.All[(int)agent];

    public SettingsShape Shape { get; } = SettingsShape.Of(agent);

    /// <summary>The entries, in the order of the agent's events.</summary>
    public IReadOnlyList<HookEntry> Of(HookDispatcher dispatcher)
    {
        var matchers = new HostMatchers(agent, dispatcher.AddedToolGroups);
        var entries = new List<HookEntry>();
        foreach (var hooked in HookedEvents.Of(Host, dispatcher))
        {
            var name = hooked.Event.Name;
            if (hooked.Event.SinceVersion is { } since && minVersion is not null && !(minVersion >= AgentVersion.Parse(since)!))
                _notes.Add($"{name} is left out: {Host.DisplayName} has it from {since} on.");
            else if (!matchers.TryFind(hooked, out var matcher))
                _notes.Add($"{name} is left out: {Host.DisplayName} has none of the tools of {string.Join(", ", hooked.Deciding.Select(hook => hook.Name))}.");
            else
                entries.Add(new(name, matcher, HandlerOf(hooked)));
        }

        return entries;
    }

    private (string, SettingsValue)[] HandlerOf(HookedEvent hooked)
    {
        var times = GuardTimes.For(hooked);
        if (Server is not null && HttpAddress.Carries(hooked.Event.Name))
            return [.. Server.HandlerOf(Host.Name, hooked.Event.Name, times), .. Switch(ClosesClaude(hooked), "onFailure", SettingsValue.Of("block"))];
        string[] args = ["--host", Host.Name, "--event", hooked.Event.Name, "--deadline", times.DeadlineMilliseconds.ToString(CultureInfo.InvariantCulture)];
        (string, SettingsValue) type = ("type", SettingsValue.Of("command"));
        (string, SettingsValue) line = ("command", SettingsValue.Of(ShellLine.Join([command, .. args])));
        (string, SettingsValue) seconds = ("timeout", SettingsValue.Of(times.TimeoutSeconds));
        return agent switch
        {
            CodingAgent.ClaudeCode =>
            [
                type, ("command", SettingsValue.Of(command)), ("args", SettingsValue.Of(args)), seconds,
                .. Switch(ClosesClaude(hooked), "onFailure", SettingsValue.Of("block")),
            ],
            CodingAgent.Codex => [type, line, seconds],
            CodingAgent.GeminiCli => [type, line, ("timeout", SettingsValue.Of(times.TimeoutSeconds * 1000))],
            CodingAgent.CopilotCli => [type, ("exec", SettingsValue.Of(command)), ("args", SettingsValue.Of(args)), ("timeoutSec", SettingsValue.Of(times.TimeoutSeconds))],
            _ => [line, seconds, .. Switch(hooked.IsGuarded && hooked.Event.Takes(HostAnswers.Deny), "failClosed", SettingsValue.Of(true))],
        };
    }

    /// <summary>Whether Claude Code ignores its switch at an event, as where something only ends.</summary>
    public static bool IgnoresOnFailure(string eventName) => eventName is "Stop" or "SubagentStop" or "TaskCompleted" or "TeammateIdle";

    private bool ClosesClaude(HookedEvent hooked) =>
        hooked.IsGuarded && !IgnoresOnFailure(hooked.Event.Name) && (minVersion is null || minVersion >= FailClosed);

    private static (string, SettingsValue)[] Switch(bool isOn, string name, SettingsValue value) => isOn ? [(name, value)] : [];
}
