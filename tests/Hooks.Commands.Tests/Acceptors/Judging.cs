using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors;

/// <summary>A judgement in one line, as the tests of the acceptors write their cases.</summary>
internal static class Judging
{
    private static readonly JsonElement Call = JsonDocument.Parse(
        """{"tool_name":"Bash","tool_input":{"command":"ls","timeout":5},"tool_response":{"stdout":"a","stderr":"","interrupted":false}}""").RootElement;

    public static string Of(IHostAcceptor acceptor, string eventName, int? exit, string output, string errors = "", bool failsClosed = false, string? payload = null) =>
        acceptor.Judge(new HostRun(eventName, payload is null ? Call : JsonDocument.Parse(payload).RootElement, exit, Encoding.UTF8.GetBytes(output), errors) { FailsClosed = failsClosed }).ToString();
}
