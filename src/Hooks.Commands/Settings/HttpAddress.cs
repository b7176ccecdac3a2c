using System.Globalization;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>The address of a server of this program, as it stands in the settings of agents that have handlers of the type <c>http</c>.</summary>
/// <param name="Server">The server, such as <c>http://127.0.0.1:8471</c>.</param>
internal sealed record HttpAddress(string Server)
{
    /// <summary>The variable of the agent's environment with the token that requests carry.</summary>
    public const string TokenVariable = "HOOKS_TOKEN";

    /// <summary>What the agent sends as <c>Authorization</c>; it puts the variable in.</summary>
    public const string Authorization = $"Bearer ${{{TokenVariable}}}";

    private static readonly string[] Starts = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"];

    /// <summary>Whether an agent has such handlers.</summary>
    public static bool IsSpokenBy(CodingAgent agent) => agent is CodingAgent.ClaudeCode or CodingAgent.CopilotCli;

    /// <summary>
    /// Whether an event is said to a server as fully as to a command. Claude Code skips http handlers at the first two, and reads an
    /// exit code or plain text at the others.
    /// </summary>
    public static bool Carries(string eventName) => eventName is not ("SessionStart" or "Setup" or "TaskCompleted" or "TeammateIdle" or "WorktreeCreate");

    /// <summary>The server of a text; null if it is none on this machine.</summary>
    public static HttpAddress? Parse(string text) => EndOf(text) is > 0 and var end && (end == text.Length || text.AsSpan(end) is "/") ? new(text[..end]) : null;

    /// <summary>The server to which an entry of an agent posts the payload of an event as ours do; null if it does not.</summary>
    public static HttpAddress? In(SettingsNode handler, string host)
    {
        if (handler["type"]?.AsText() != "http" || handler["url"]?.AsText() is not { } url || EndOf(url) is not (> 0 and var end))
            return null;
        return url.AsSpan(end).StartsWith($"/{host}/", StringComparison.Ordinal) ? new(url[..end]) : null;
    }

    /// <summary>The members of an entry that posts an event here.</summary>
    public (string, SettingsValue)[] HandlerOf(string host, string eventName, GuardTimes times) =>
    [
        ("type", SettingsValue.Of("http")),
        ("url", SettingsValue.Of(string.Create(CultureInfo.InvariantCulture, $"{Server}/{host}/{eventName}?deadline={times.DeadlineMilliseconds}"))),
        ("headers", new SettingsValue.Map([("Authorization", SettingsValue.Of(Authorization))])),
        ("allowedEnvVars", SettingsValue.Of([TokenVariable])),
        ("timeout", SettingsValue.Of(times.TimeoutSeconds)),
    ];

    /// <summary>The server that was asked for; null if none was.</summary>
    /// <exception cref="UsageException">It is none on this machine, or the agent cannot post to it.</exception>
    public static HttpAddress? Of(VerbArguments arguments, CodingAgent agent)
    {
        if (arguments["--http"] is not { } text)
            return null;
        var name = HostTable.All[(int)agent].DisplayName;
        if (agent == CodingAgent.CopilotCli)
            throw arguments.Mistake($"cannot use --http: {name} posts to https alone before a call of a tool and wherever a header has a variable in it");
        if (!IsSpokenBy(agent))
            throw arguments.Mistake($"cannot use --http: {name} has no http handlers");
        return Parse(text) ?? throw arguments.Mistake($"cannot use '{text}': serve listens on this machine alone; give http://127.0.0.1:PORT");
    }

    /// <summary>Where the server's name and port end; 0 if it is none on this machine.</summary>
    private static int EndOf(string url)
    {
        foreach (var start in Starts)
        {
            if (!url.StartsWith(start, StringComparison.Ordinal))
                continue;
            var end = start.Length;
            while (end < url.Length && char.IsAsciiDigit(url[end]))
                end++;
            return ushort.TryParse(url.AsSpan(start.Length, end - start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 ? end : 0;
        }

        return 0;
    }
}
