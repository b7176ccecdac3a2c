using System.Globalization;

namespace Hooks.Commands;

/// <summary>The address of a server of this program, as it stands in the settings of agents that have handlers of the type <c>http</c>.</summary>
/// <param name="Server">The server, such as <c>http://127.0.0.1:8471</c>.</param>
internal sealed record HttpAddress(string Server)
{
    /// <summary>The variable of the agent's environment with the token that requests carry.</summary>
    public const string TokenVariable = "HOOKS_TOKEN";

    /// <summary>What the agent sends as <c>Authorization</c>; it puts the variable in.</summary>
    public const string Authorization = $"Bearer ${{{TokenVariable}}}";

    /// <summary>Whether an agent has such handlers.</summary>
    public static bool IsSpokenBy(CodingAgent agent) => agent is CodingAgent.ClaudeCode or CodingAgent.CopilotCli;

    /// <summary>
    /// Whether an event is said to a server as fully as to a command. Claude Code skips http handlers at the first two, and reads an
    /// exit code or plain text at the others.
    /// </summary>
    public static bool Carries(string eventName) => eventName is not ("SessionStart" or "Setup" or "TaskCompleted" or "TeammateIdle" or "WorktreeCreate");

    /// <summary>Where an event is posted.</summary>
    public string Of(string host, string eventName, int deadlineMilliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{Server}/{host}/{eventName}?deadline={deadlineMilliseconds}");

    /// <summary>The server of a text; null if it is none on this machine.</summary>
    public static HttpAddress? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http", IsLoopback: true, PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? new(uri.GetLeftPart(UriPartial.Authority)) : null;
}
