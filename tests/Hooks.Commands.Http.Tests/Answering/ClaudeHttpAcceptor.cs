using System.Text.Json;
using Hooks.Commands.Tests.Acceptors;
using Hooks.Commands.Tests.Acceptors.Claude;

namespace Hooks.Commands.Http.Tests.Answering;

/// <summary>
/// Claude Code 2.1.295 with a handler of the type <c>http</c> (reference, section 2.1): a 2xx status with an empty body or with a JSON
/// object is read as the output of a command that ended with 0; anything else is an error that blocks nothing, unless the entry says so.
/// </summary>
internal static class ClaudeHttpAcceptor
{
    public static HostAction Judge(string eventName, string payload, int status, byte[] body, bool failsClosed = false)
    {
        if (eventName is "SessionStart" or "Setup")
            throw new ArgumentException("Claude Code has no http handlers there.", nameof(eventName));
        if (eventName == "WorktreeCreate")
            return Worktree(status, body);
        var input = JsonDocument.Parse(payload).RootElement;
        var isRead = status is >= 200 and < 300 && (body.Length == 0 || IsObject(body));
        return new ClaudeAcceptor().Judge(isRead ? new(eventName, input, 0, body) : new(eventName, input, 1, []) { FailsClosed = failsClosed });
    }

    private static HostAction Worktree(int status, byte[] body)
    {
        if (status is < 200 or >= 300 || !IsObject(body))
            return new(HostCourse.Denied) { Failure = "no path" };
        using var reply = JsonDocument.Parse(body);
        if (!reply.RootElement.TryGetProperty("hookSpecificOutput", out var specific))
            return new(HostCourse.Denied) { Failure = "no path" };
        Assert.Equal("WorktreeCreate", specific.GetProperty("hookEventName").GetString());
        return HostAction.Nothing with { Extra = $"worktree={specific.GetProperty("worktreePath").GetString()}" };
    }

    private static bool IsObject(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
