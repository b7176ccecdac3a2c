using System.Text.Json;

namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>Payloads as the agents write them, by hand after captured ones. The order stands where an agent has text of its own: a command, a prompt, a message.</summary>
internal static class Payloads
{
    public static string Of(string agent, string eventName, string order)
    {
        var text = JsonSerializer.Serialize(order);
        return agent switch
        {
            "claude" => Claude(eventName, text),
            "codex" => Codex(eventName, text),
            "gemini" => Gemini(eventName, text),
            "copilot" => char.IsLower(eventName[0]) ? CopilotPayloads.Camel(eventName, text) : CopilotPayloads.Pascal(eventName, text),
            "cursor" => CursorPayloads.Of(eventName, text),
            _ => throw new ArgumentException($"There is no agent '{agent}'.", nameof(agent)),
        };
    }

    private static string Claude(string name, string text) =>
        $$"""{"session_id":"6b0e52aa-93f1-4d7e-8a54-1c2d3e4f5a6b","transcript_path":"/u/dev/.claude/projects/shop/s.jsonl","cwd":"/u/dev/shop","prompt_id":"0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f","permission_mode":"default","effort":{"level":"high"},"hook_event_name":"{{name}}"{{ClaudePart(name, text)}}}""";

    private static string ClaudePart(string name, string text) => name switch
    {
        "SessionStart" => $",\"source\":\"startup\",\"model\":\"claude-opus-5[1m]\",\"session_title\":{text}",
        "Setup" => $",\"trigger\":\"init\",\"note\":{text}",
        "InstructionsLoaded" => $",\"file_path\":{text},\"memory_type\":\"Project\",\"load_reason\":\"session_start\"",
        "UserPromptSubmit" => $",\"prompt\":{text}",
        "UserPromptExpansion" => $",\"expansion_type\":\"slash_command\",\"command_name\":\"deploy\",\"command_args\":{text},\"command_source\":\"project\",\"prompt\":\"/deploy\"",
        "MessageDisplay" => $",\"turn_id\":\"t\",\"message_id\":\"m\",\"index\":0,\"final\":false,\"delta\":{text}",
        "PreToolUse" => $",{Bash("Bash", text)},\"tool_use_id\":\"toolu_01\"",
        "PermissionRequest" => $",{Bash("Bash", text)},\"permission_suggestions\":[{{\"type\":\"addRules\",\"rules\":[{{\"toolName\":\"Bash\",\"ruleContent\":\"ls\"}}],\"behavior\":\"allow\",\"destination\":\"localSettings\"}}]",
        "PermissionDenied" => $",{Bash("Bash", text)},\"tool_use_id\":\"toolu_01\",\"reason\":\"Blocked by classifier\"",
        "PostToolUse" => $",{Bash("Bash", text)},\"tool_response\":{{\"stdout\":\"KEY=1\",\"stderr\":\"\",\"interrupted\":false,\"isImage\":false}},\"tool_use_id\":\"toolu_01\",\"duration_ms\":12",
        "PostToolUseFailure" => $",{Bash("Bash", text)},\"tool_use_id\":\"toolu_01\",\"error\":\"Exit code 1\\nError: no module\",\"is_interrupt\":false,\"duration_ms\":41",
        "PostToolBatch" => $",\"tool_calls\":[{{\"tool_name\":\"Bash\",\"tool_input\":{{\"command\":{text}}},\"tool_use_id\":\"toolu_01\",\"tool_response\":\"ok\"}}]",
        "Notification" => $",\"message\":{text},\"title\":\"Permission needed\",\"notification_type\":\"permission_prompt\"",
        "SubagentStart" => $",\"agent_id\":\"a4d2c8\",\"agent_type\":{text}",
        "SubagentStop" => $",\"stop_hook_active\":false,\"agent_id\":\"a4d2c8\",\"agent_type\":\"Explore\",\"last_assistant_message\":{text},\"background_tasks\":[],\"session_crons\":[]",
        "Stop" => $",\"stop_hook_active\":false,\"last_assistant_message\":{text},\"background_tasks\":[],\"session_crons\":[]",
        "StopFailure" => $",\"error\":\"rate_limit\",\"error_details\":{text}",
        "TaskCreated" or "TaskCompleted" => $",\"task_id\":\"task-001\",\"task_subject\":{text},\"team_name\":\"session-a1\"",
        "TeammateIdle" => $",\"teammate_name\":{text},\"team_name\":\"session-a1\"",
        "ConfigChange" => $",\"source\":\"project_settings\",\"file_path\":{text}",
        "CwdChanged" => $",\"old_cwd\":\"/u/dev/shop\",\"new_cwd\":{text}",
        "FileChanged" => $",\"file_path\":{text},\"event\":\"change\"",
        "DirectoryAdded" => $",\"directory\":{text},\"source\":\"slash_command\"",
        "WorktreeCreate" => $",\"name\":{text}",
        "WorktreeRemove" => $",\"worktree_path\":{text}",
        "PreCompact" => $",\"trigger\":\"manual\",\"custom_instructions\":{text}",
        "PostCompact" => $",\"trigger\":\"auto\",\"compact_summary\":{text}",
        "PreModelSwitch" or "PostModelSwitch" => $",\"from_model\":\"claude-haiku-4-5-20251001\",\"to_model\":{text},\"requested_model\":null,\"source\":\"command\",\"context_tokens\":0,\"prompt_cache_warm\":false,\"cache_ttl\":\"5m\",\"estimated_cache_write_usd\":0,\"pricing\":\"catalog\"",
        "Elicitation" => $",\"mcp_server_name\":\"db\",\"message\":{text},\"mode\":\"form\",\"requested_schema\":{{\"type\":\"object\",\"properties\":{{\"username\":{{\"type\":\"string\"}}}}}}",
        "ElicitationResult" => $",\"mcp_server_name\":\"db\",\"action\":\"accept\",\"content\":{{\"username\":{text}}},\"mode\":\"form\",\"elicitation_id\":\"e-1\"",
        "SessionEnd" => $",\"reason\":{text}",
        _ => $",\"note\":{text}",
    };

    private static string Codex(string name, string text) =>
        $$"""{"session_id":"6b0e52aa-93f1-4d7e-8a54-1c2d3e4f5a6b","turn_id":"0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f","transcript_path":null,"cwd":"/u/dev/shop","hook_event_name":"{{name}}","model":"gpt-5.6-sol","permission_mode":"default"{{CodexPart(name, text)}}}""";

    private static string CodexPart(string name, string text) => name switch
    {
        "PreToolUse" or "PermissionRequest" => $",{Bash("Bash", text)},\"tool_use_id\":\"exec-01\"",
        "PostToolUse" => $",{Bash("Bash", text)},\"tool_response\":\"KEY=1\",\"tool_use_id\":\"exec-01\"",
        "UserPromptSubmit" => $",\"prompt\":{text}",
        "SessionStart" => $",\"source\":\"startup\",\"note\":{text}",
        "PreCompact" or "PostCompact" => $",\"trigger\":\"manual\",\"note\":{text}",
        "Stop" or "SubagentStop" => $",\"stop_hook_active\":false,\"last_assistant_message\":{text}",
        _ => $",\"note\":{text}",
    };

    private static string Gemini(string name, string text) =>
        $$"""{"session_id":"6b0e52aa-93f1-4d7e-8a54-1c2d3e4f5a6b","transcript_path":"/u/dev/.gemini/tmp/s.json","cwd":"/u/dev/shop","hook_event_name":"{{name}}","timestamp":"2026-11-02T09:30:00.000Z"{{GeminiPart(name, text)}}}""";

    private static string GeminiPart(string name, string text)
    {
        var request = $"\"llm_request\":{{\"model\":\"gemini-3.1-pro-preview\",\"messages\":[{{\"role\":\"user\",\"content\":{text}}}],\"config\":{{\"temperature\":1}},\"toolConfig\":{{\"mode\":\"AUTO\",\"allowedFunctionNames\":[\"read_file\",\"write_file\"]}}}}";
        return name switch
        {
            "SessionStart" => $",\"source\":\"startup\",\"note\":{text}",
            "SessionEnd" => $",\"reason\":{text}",
            "BeforeAgent" => $",\"prompt\":{text}",
            "AfterAgent" => $",\"prompt\":\"fix it\",\"prompt_response\":{text},\"stop_hook_active\":false",
            "BeforeModel" or "BeforeToolSelection" => $",{request}",
            "AfterModel" => $",{request},\"llm_response\":{{\"candidates\":[{{\"content\":{{\"role\":\"model\",\"parts\":[\"KEY=1\"]}}}}]}}",
            "BeforeTool" => $",{Bash("run_shell_command", text)}",
            "AfterTool" => $",{Bash("run_shell_command", text)},\"tool_response\":{{\"llmContent\":\"KEY=1\",\"returnDisplay\":\"KEY=1\"}}",
            "PreCompress" => $",\"trigger\":\"auto\",\"note\":{text}",
            "Notification" => $",\"notification_type\":\"ToolPermission\",\"message\":{text},\"details\":{{}}",
            _ => $",\"note\":{text}",
        };
    }

    internal static string Bash(string tool, string text) => $"\"tool_name\":\"{tool}\",\"tool_input\":{{\"command\":{text},\"description\":\"List files\",\"timeout\":5000}}";
}
