using System.Text.Json;

namespace Hooks.Commands;

internal static partial class ContextReader
{
    private const string McpPrefix = "mcp__";

    private static ToolCallContext ToolCall(HostEventContext parent) => NewCall(parent, ToolCallOutcome.Pending);

    private static ToolCallContext ToolResult(HostEventContext parent)
    {
        var call = NewCall(parent, ToolCallOutcome.Succeeded);
        call.Result = parent.Payload.Value(ResultMember(parent.Payload));
        return call;
    }

    private static ToolCallContext ToolFailure(HostEventContext parent)
    {
        var call = NewCall(parent, parent.Payload.IsTrue("is_interrupt") ? ToolCallOutcome.Cancelled : ToolCallOutcome.Failed);
        call.ErrorMessage = parent.Payload.Text("error", "error_message");
        return call;
    }

    /// <summary>Where the result of a call is.</summary>
    public static string ResultMember(HostPayload payload) => payload.Existing("tool_response", payload.Existing("tool_result", payload.Existing("toolResult", "tool_output")));

    private static ToolCallContext NewCall(HostEventContext parent, ToolCallOutcome outcome)
    {
        var payload = parent.Payload;
        var tool = payload.Required("tool_name", "toolName");
        var arguments = payload.Existing("tool_input", "toolArgs");
        return new()
        {
            Parent = parent,
            ToolName = tool,
            ServerName = ServerOf(payload, tool),
            Arguments = outcome == ToolCallOutcome.Pending ? payload.RequiredArguments(arguments) : payload.Arguments(arguments),
            CallId = payload.Text("tool_use_id"),
            WorkingDirectory = parent.WorkingDirectory,
            PermissionMode = parent.PermissionMode,
            Outcome = outcome,
            Duration = Milliseconds(payload, "duration_ms") ?? Milliseconds(payload, "duration"),
        };
    }

    // mcp__server__tool in most agents, mcp_server_tool with a context of its own in Gemini, MCP:tool in Cursor.
    private static string? ServerOf(HostPayload payload, string tool)
    {
        foreach (var name in (ReadOnlySpan<string>)["mcp_server", "mcp_context"])
        {
            if (payload.Member(name) is { ValueKind: JsonValueKind.Object } server)
                return HostPayload.Text(server, "name") ?? HostPayload.Text(server, "server_name") ?? "unknown";
        }

        if (tool.StartsWith(McpPrefix, StringComparison.Ordinal))
        {
            var end = tool.IndexOf("__", McpPrefix.Length, StringComparison.Ordinal);
            return end < 0 ? tool[McpPrefix.Length..] : tool[McpPrefix.Length..end];
        }

        return tool.StartsWith("MCP:", StringComparison.Ordinal) || tool.StartsWith("mcp_", StringComparison.Ordinal) ? "unknown" : null;
    }

    private static PermissionContext Permission(HostEventContext parent)
    {
        var payload = parent.Payload;
        var tool = payload.Required("tool_name", "toolName");
        return new()
        {
            Parent = parent,
            ToolName = tool,
            ServerName = ServerOf(payload, tool),
            Arguments = payload.RequiredArguments(payload.Existing("tool_input", "toolArgs")),
            CallId = payload.Text("tool_use_id"),
            Reason = payload.Text("reason"),
            SuggestedRules = Rules(payload),
            PermissionMode = parent.PermissionMode,
            WorkingDirectory = parent.WorkingDirectory,
        };
    }

    private static List<string>? Rules(HostPayload payload)
    {
        if (payload.Member("permission_suggestions") is not { ValueKind: JsonValueKind.Array } suggestions)
            return null;
        var rules = new List<string>();
        foreach (var suggestion in suggestions.EnumerateArray())
        {
            if (suggestion.ValueKind != JsonValueKind.Object || !suggestion.TryGetProperty("rules", out var entries) || entries.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var entry in entries.EnumerateArray())
            {
                if (HostPayload.Text(entry, "toolName") is { } tool)
                    rules.Add(HostPayload.Text(entry, "ruleContent") is { } content ? $"{tool}({content})" : tool);
            }
        }

        return rules;
    }

    private static FileContext File(HostEventContext parent)
    {
        var payload = parent.Payload;
        return new()
        {
            Parent = parent,
            Path = payload.Required("file_path", "filePath"),
            Operation = payload.Text("event") switch
            {
                "add" => FileOperation.Create,
                "change" => FileOperation.Write,
                "unlink" => FileOperation.Delete,
                _ when payload.Member("edits") is not null => FileOperation.Edit,
                _ => FileOperation.Unknown,
            },
            Replacements = Edits(payload),
            WorkingDirectory = parent.WorkingDirectory,
        };
    }

    private static List<FileReplacement>? Edits(HostPayload payload)
    {
        if (payload.Member("edits") is not { ValueKind: JsonValueKind.Array } edits)
            return null;
        var replacements = new List<FileReplacement>();
        foreach (var edit in edits.EnumerateArray())
        {
            if (HostPayload.Text(edit, "old_string") is { } oldText && HostPayload.Text(edit, "new_string") is { } newText)
                replacements.Add(new(oldText, newText));
        }

        return replacements;
    }
}
