using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors.Claude;

/// <summary>
/// Whether a replaced result has the shape of its tool's results; Claude Code keeps the original if not. What an MCP tool returns
/// has no shape (reference, section 2.5, event 10, and 2.7).
/// </summary>
internal static class ClaudeToolOutput
{
    public static bool Fits(JsonElement payload, JsonElement output)
    {
        if (payload.TryGetProperty("tool_name", out var tool) && tool.ValueKind == JsonValueKind.String && tool.GetString()!.StartsWith("mcp__", StringComparison.Ordinal))
            return true;
        return payload.TryGetProperty("tool_response", out var original) && HasShapeOf(original, output);
    }

    // Every member of the original is there and of its kind, and there is no other.
    private static bool HasShapeOf(JsonElement original, JsonElement output)
    {
        if (original.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return output.ValueKind is JsonValueKind.True or JsonValueKind.False;
        if (original.ValueKind != output.ValueKind)
            return false;
        if (original.ValueKind != JsonValueKind.Object)
            return true;
        return original.EnumerateObject().All(member => output.TryGetProperty(member.Name, out var value) && HasShapeOf(member.Value, value))
            && output.EnumerateObject().All(member => original.TryGetProperty(member.Name, out _));
    }
}
