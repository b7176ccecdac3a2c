using System.Text.Json;

namespace Hooks.Commands;

/// <summary>Which agent has written a payload, for commands that were set up by hand. Variables of the environment do not tell: three agents set those of another.</summary>
internal static class HostDetection
{
    public static CodingAgent? Find(JsonElement root)
    {
        if (Has(root, "cursor_version") || (Has(root, "conversation_id") && Has(root, "generation_id")))
            return CodingAgent.Cursor;
        if (Has(root, "sessionId") && Has(root, "timestamp"))
            return CodingAgent.CopilotCli;
        var name = HostPayload.Text(root, "hook_event_name");
        if (name is null)
            return HostPayload.Text(root, "type") == "agent-turn-complete" ? CodingAgent.Codex : null;
        if (Has(root, "turn_id"))
            return CodingAgent.Codex;
        if (!Has(root, "timestamp"))
            return CodingAgent.ClaudeCode;
        return IsGemini(root, name) ? CodingAgent.GeminiCli : CodingAgent.CopilotCli;
    }

    // Both write a timestamp; Copilot's sessions begin with a source that Gemini's do not have, and its other events without a transcript.
    private static bool IsGemini(JsonElement root, string name) =>
        Host.Of(CodingAgent.GeminiCli).Table.Find(name) is not null && (Host.Of(CodingAgent.CopilotCli).Table.Find(name) is null || Has(root, "transcript_path"));

    private static bool Has(JsonElement root, string name) => root.TryGetProperty(name, out _);
}
