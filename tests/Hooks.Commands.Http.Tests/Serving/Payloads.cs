using System.Text.Json;

namespace Hooks.Commands.Http.Tests.Serving;

/// <summary>Payloads whose texts tell the hooks what to say.</summary>
internal static class Payloads
{
    private const string Base = "\"session_id\":\"s\",\"transcript_path\":\"/t\",\"cwd\":\"/w\"";

    public const string Denied =
        """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"Denied, because a hook could not decide."}}""";

    public static string Shell(string command) =>
        $$"""{{{Base}},"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":{{Quoted(command)}}},"tool_use_id":"t"}""";

    public static string Of(string eventName, string text) => eventName switch
    {
        "PreToolUse" => Shell(text),
        "PermissionRequest" => With(eventName, $$""","tool_name":"Bash","tool_input":{"command":{{Quoted(text)}}}"""),
        "PostToolUse" => With(eventName, $$""","tool_name":"Bash","tool_input":{"command":{{Quoted(text)}}},"tool_response":{"stdout":"a","stderr":"","interrupted":false},"tool_use_id":"t" """),
        "PostToolUseFailure" => With(eventName, $""","tool_name":"Bash","tool_input":{"{}"},"tool_use_id":"t","error":{Quoted(text)}"""),
        "UserPromptSubmit" => With(eventName, $""","prompt":{Quoted(text)}"""),
        "Stop" or "SubagentStop" => With(eventName, $""","stop_hook_active":false,"last_assistant_message":{Quoted(text)}"""),
        "PreModelSwitch" => With(eventName, $""","from_model":"a","to_model":{Quoted(text)}"""),
        "PreCompact" => With(eventName, $""","trigger":"manual","custom_instructions":{Quoted(text)}"""),
        "ConfigChange" => With(eventName, $""","source":"project_settings","file_path":{Quoted(text)}"""),
        "TaskCompleted" => With(eventName, $""","task_id":"1","task_subject":{Quoted(text)}"""),
        "WorktreeCreate" => With(eventName, $""","name":{Quoted(text)}"""),
        _ => With(eventName, ""),
    };

    private static string With(string eventName, string members) => $$"""{{{Base}},"hook_event_name":{{Quoted(eventName)}}{{members}}}""";

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
