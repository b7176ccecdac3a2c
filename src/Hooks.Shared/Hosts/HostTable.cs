namespace Hooks.Shared;

/// <summary>
/// The coding agents that call a command at their events, as of November 2026. One table for the command host, the analyzers and
/// the documents; a test holds the documents to it.
/// </summary>
/// <param name="name">The name after <c>--host</c>.</param>
/// <param name="displayName">The name for people.</param>
/// <param name="version">The version whose protocol this is.</param>
/// <param name="events">Its events.</param>
internal sealed class HostTable(string name, string displayName, string version, IReadOnlyList<HostEvent> events)
{
    /// <summary>The agents in the order of the enumeration <c>CodingAgent</c>.</summary>
    public static IReadOnlyList<HostTable> All { get; } =
    [
        new("claude", "Claude Code", "2.1.295", ClaudeEvents.All),
        new("codex", "Codex CLI", "0.147", CodexEvents.All),
        new("gemini", "Gemini CLI", "November 2026", GeminiEvents.All),
        new("copilot", "GitHub Copilot CLI", "November 2026", CopilotEvents.All),
        new("cursor", "Cursor", "3.9.16", CursorEvents.All),
    ];

    public string Name { get; } = name;

    public string DisplayName { get; } = displayName;

    public string Version { get; } = version;

    public IReadOnlyList<HostEvent> Events { get; } = events;

    /// <summary>The event with a name, compared exactly as the agent does; null if there is none.</summary>
    public HostEvent? Find(string eventName)
    {
        foreach (var hostEvent in Events)
        {
            if (hostEvent.IsNamed(eventName))
                return hostEvent;
        }

        return null;
    }
}
