namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>Copilot CLI's payloads in both of its dialects.</summary>
internal static class CopilotPayloads
{
    public static string Pascal(string name, string text) =>
        $$"""{"hook_event_name":"{{name}}","session_id":"6b0e52aa-93f1-4d7e-8a54-1c2d3e4f5a6b","timestamp":"2026-11-02T09:30:00.000Z","cwd":"/u/dev/shop"{{PascalPart(name, text)}}}""";

    /// <summary>The dialect of its own, which does not name the event.</summary>
    public static string Camel(string name, string text) =>
        $$"""{"sessionId":"6b0e52aa-93f1-4d7e-8a54-1c2d3e4f5a6b","timestamp":1762075800000,"cwd":"/u/dev/shop"{{CamelPart(name, text)}}}""";

    private static string PascalPart(string name, string text) => name switch
    {
        "SessionStart" => $",\"source\":\"new\",\"initial_prompt\":{text}",
        "SessionEnd" => $",\"reason\":\"complete\",\"note\":{text}",
        "UserPromptSubmit" => $",\"prompt\":{text}",
        "UserPromptTransformed" => $",\"prompt\":\"fix it\",\"transformed_prompt\":{text}",
        "PreToolUse" or "PermissionRequest" => $",{Payloads.Bash("Bash", text)}",
        "PostToolUse" => $",{Payloads.Bash("Bash", text)},\"tool_result\":{{\"result_type\":\"success\",\"text_result_for_llm\":\"KEY=1\"}}",
        "PostToolUseFailure" => $",{Payloads.Bash("Bash", text)},\"error\":\"Exit code 1\"",
        "Stop" => $",\"transcript_path\":\"/u/dev/.copilot/s.jsonl\",\"stop_reason\":{text},\"stop_hook_active\":false",
        "SubagentStop" => $",\"agent_name\":\"reviewer\",\"stop_reason\":{text},\"stop_hook_active\":false",
        "ErrorOccurred" => $",\"error\":{{\"message\":{text},\"name\":\"Error\",\"stack\":\"\"}},\"error_context\":\"model_call\",\"recoverable\":true",
        "Notification" => $",\"notification_type\":\"agent_idle\",\"message\":{text}",
        _ => $",\"note\":{text}",
    };

    private static string CamelPart(string name, string text) => name switch
    {
        "preToolUse" or "permissionRequest" => $",\"toolName\":\"bash\",\"toolArgs\":{{\"command\":{text},\"description\":\"List files\"}}",
        "postToolUse" => $",\"toolName\":\"bash\",\"toolArgs\":{{\"command\":{text}}},\"toolResult\":{{\"resultType\":\"success\",\"textResultForLlm\":\"KEY=1\"}}",
        "userPromptTransformed" => $",\"prompt\":\"fix it\",\"transformedPrompt\":{text}",
        "agentStop" => $",\"transcriptPath\":\"/u/dev/.copilot/s.jsonl\",\"stopReason\":{text}",
        _ => $",\"note\":{text}",
    };
}
