using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Cursor.</summary>
internal sealed class CursorHost() : Host(CodingAgent.Cursor)
{
    public override HookContext ReadContext(HostEvent hostEvent, HostEventContext parent) => hostEvent.Name switch
    {
        "beforeShellExecution" or "afterShellExecution" => Call(parent, "Shell", null, new() { ["command"] = parent.Payload.Required("command") }, "output"),
        "beforeReadFile" => Call(parent, "Read", null, new() { ["file_path"] = parent.Payload.Required("file_path") }, null),
        "beforeMCPExecution" => ServerCall(parent, parent.Payload.RequiredArguments("tool_input")),
        "afterMCPExecution" => ServerCall(parent, parent.Payload.Arguments("tool_input")),
        "postToolUse" => WithParsedResult((ToolCallContext)base.ReadContext(hostEvent, parent)),
        "afterAgentThought" => CursorAgentThought.Read(parent),
        "beforeTabFileRead" => CursorTabFileRead.Read(parent),
        "workspaceOpen" => CursorWorkspaceOpen.Read(parent),
        _ => base.ReadContext(hostEvent, parent),
    };

    protected override HostReply Write(HostEvent hostEvent, HostPayload? payload, HostAnswer answer) => new CursorAnswer(hostEvent, payload, answer).Write();

    private static ToolCallContext ServerCall(HostEventContext parent, HookArguments arguments) =>
        Call(parent, parent.Payload.Required("tool_name"), parent.Payload.Text("mcp_server_name") ?? "unknown", arguments, "result_json");

    private static ToolCallContext Call(HostEventContext parent, string tool, string? server, HookArguments arguments, string? resultMember)
    {
        var isOver = parent.EventName.StartsWith("after", StringComparison.Ordinal);
        return new()
        {
            Parent = parent,
            ToolName = tool,
            ServerName = server,
            Arguments = arguments,
            WorkingDirectory = parent.WorkingDirectory,
            Result = isOver && resultMember is not null ? parent.Payload.Value(resultMember) : null,
            Outcome = isOver ? ToolCallOutcome.Succeeded : ToolCallOutcome.Pending,
        };
    }

    // The result is written as a text that is JSON.
    private static ToolCallContext WithParsedResult(ToolCallContext call)
    {
        if (call.Result is string text && (text.StartsWith('{') || text.StartsWith('[')))
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                call.Result = PlainValue.From("tool_output", document.RootElement, 1);
            }
            catch (Exception error) when (error is JsonException or ArgumentException)
            {
                // Then it is a text.
            }
        }

        return call;
    }
}
