using System.Globalization;
using Hooks;
using Hooks.Events;

namespace Watch;

/// <summary>An event on the little room that a view has for it: without what all events here have in common, and what is as usual.</summary>
internal static class ShortLine
{
    private static readonly HashSet<string> InCommon = ["point", "agent", "agent_id", "turn_id", "call_id", "server"];

    public static string Of(HookEvent hookEvent)
    {
        var time = hookEvent.Time?.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var data = hookEvent.Data?.TryGetMembers(out var members) == true ? Tell(members) : hookEvent.Data?.ToString();
        return $"{time} {hookEvent.Type,-19} {data}".TrimEnd();
    }

    private static string Tell(HookArguments members) => string.Join(' ', members
        .Where(member => !InCommon.Contains(member.Key) && member is not ({ Key: "outcome", Value: "pending" } or { Key: "verdict", Value: "continue" } or { Key: "success" }))
        .Select(member => member is { Key: "tool", Value: string tool } ? Word(tool)
            : member is { Key: "duration_ms", Value: double ms } ? string.Create(CultureInfo.InvariantCulture, $"{ms:0.0} ms")
            : $"{Word(member.Key)}={Word(Convert.ToString(member.Value, CultureInfo.InvariantCulture) ?? "")}"));

    // Whoever has named a tool or given a reason cannot write another member with it.
    private static string Word(string text) => text.Length > 0 && !text.Any(character => char.IsWhiteSpace(character) || character is '=' or '"') ? text : $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
