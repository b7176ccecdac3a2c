using System.Text.Json;

namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>Cursor's payloads; the result of a tool is a text with JSON in it.</summary>
internal static class CursorPayloads
{
    public static string Of(string name, string text) =>
        $$"""{"conversation_id":"74670f3a-1b2c-4d5e-8f90-a1b2c3d4e5f6","generation_id":"f774c0de-2b3c-4d5e-8f90-a1b2c3d4e5f6","model":"default"{{Part(name, text)}},"session_id":"74670f3a-1b2c-4d5e-8f90-a1b2c3d4e5f6","hook_event_name":"{{name}}","cursor_version":"3.9.16","workspace_roots":["/u/dev/shop"],"user_email":"dev@example.com","transcript_path":null}""";

    /// <summary>The result of a tool of an MCP server.</summary>
    public static string McpResult(string order) =>
        Of("postToolUse", JsonSerializer.Serialize(order)).Replace("\"tool_name\":\"Shell\"", "\"tool_name\":\"MCP:fetch\"", StringComparison.Ordinal);

    private static string Part(string name, string text) => name switch
    {
        "preToolUse" => $",{Shell(text)},\"tool_use_id\":\"09dc\",\"cwd\":\"\"",
        "postToolUse" => $",{Shell(text)},\"tool_output\":\"{{\\\"output\\\":\\\"KEY=1\\\",\\\"exitCode\\\":0}}\",\"tool_use_id\":\"09dc\",\"duration\":12.5,\"cwd\":\"\"",
        "postToolUseFailure" => $",{Shell(text)},\"error_message\":\"failed\",\"failure_type\":\"error\",\"tool_use_id\":\"09dc\",\"duration\":1.5,\"cwd\":\"\"",
        "subagentStart" => $",\"subagent_type\":\"reviewer\",\"task\":{text}",
        "subagentStop" => $",\"subagent_type\":\"reviewer\",\"status\":\"completed\",\"loop_count\":0,\"task\":{text}",
        "beforeShellExecution" => $",\"command\":{text},\"cwd\":\"\"",
        "afterShellExecution" => $",\"command\":{text},\"output\":\"ok\",\"duration\":1.5",
        "beforeMCPExecution" => $",\"tool_name\":\"fetch\",\"tool_input\":{JsonSerializer.Serialize($"{{\"url\":{text}}}")},\"note\":{text}",
        "afterMCPExecution" => $",\"tool_name\":\"fetch\",\"tool_input\":\"{{}}\",\"result_json\":\"{{}}\",\"duration\":1.5,\"note\":{text}",
        "beforeReadFile" => $",\"file_path\":\"/u/dev/shop/.env\",\"content\":{text},\"attachments\":[]",
        "beforeTabFileRead" => $",\"file_path\":\"/u/dev/shop/.env\",\"content\":{text}",
        "afterFileEdit" or "afterTabFileEdit" => $",\"file_path\":\"/u/dev/shop/a.cs\",\"edits\":[{{\"old_string\":\"\",\"new_string\":{text}}}]",
        "beforeSubmitPrompt" => $",\"prompt\":{text},\"attachments\":[]",
        "preCompact" => $",\"trigger\":\"auto\",\"context_usage_percent\":91,\"note\":{text}",
        "stop" => $",\"status\":\"completed\",\"loop_count\":0,\"note\":{text}",
        "afterAgentResponse" or "afterAgentThought" => $",\"text\":{text}",
        "sessionStart" => $",\"is_background_agent\":false,\"composer_mode\":{text}",
        "sessionEnd" => $",\"reason\":\"completed\",\"duration_ms\":45000,\"note\":{text}",
        _ => $",\"note\":{text}",
    };

    private static string Shell(string text) => $"\"tool_name\":\"Shell\",\"tool_input\":{{\"command\":{text},\"cwd\":\"\",\"timeout\":30000}}";
}
