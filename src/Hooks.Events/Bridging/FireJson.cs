using System.Text.Json;

namespace Hooks.Events;

/// <summary>The data of an event about a fire: names, durations, outcomes, and the verdict; the contents only when asked for.</summary>
internal static class FireJson
{
    public static byte[] Write(HookPointInfo point, HookContext context, HookResult verdict, bool includesContext) => EventData.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("point", point.Name);
        Text(writer, "agent", context.AgentName ?? context.AgentId);
        Text(writer, "agent_id", context.AgentId);
        Text(writer, "turn_id", context.TurnId);
        FireMembers.Write(writer, context);
        if (point.IsBlocking)
        {
            writer.WriteString("verdict", verdict.Kind.ToString().ToLowerInvariant());
            Text(writer, "reason", verdict.Reason);
            Text(writer, "decided_by", context.DecidedBy?.Name);
        }

        if (includesContext && point.Point is { } builtIn)
            WriteContext(writer, builtIn, context);
        writer.WriteEndObject();
    });

    /// <summary>A text, which becomes valid Unicode: an agent may have put half a surrogate pair into it.</summary>
    internal static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    // Whatever an agent has put into its call, there is an event; what its context cannot show it says.
    private static void WriteContext(Utf8JsonWriter writer, HookPoint point, HookContext context)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(HookJson.Serialize(point, context, HookJsonUnknown.TypeName), new() { MaxDepth = EventData.MaxDepth });
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NotSupportedException)
        {
            writer.WriteString("context_error", $"The context cannot be written as JSON of at most {EventData.MaxDepth} levels: {error.GetType().Name}.");
            return;
        }

        using (document)
        {
            writer.WritePropertyName("context");
            document.RootElement.GetProperty("context").WriteTo(writer);
        }
    }
}
