using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Hooks;

/// <summary>Writes a table as JSON: the assemblies, and every setting of every hook, in order.</summary>
/// <remarks>Names are in snake_case as in <see cref="HookJson"/>; a setting that is not given is null, never left out.</remarks>
internal static class TableJson
{
    public static string Render(HookTable table)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true }))
        {
            writer.WriteStartObject();
            WriteNames(writer, "assemblies", table.Assemblies);
            writer.WriteStartArray("hooks");
            foreach (var hook in table.Hooks)
                WriteHook(writer, hook);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan).ReplaceLineEndings("\n");
    }

    private static void WriteHook(Utf8JsonWriter writer, HookDescriptor hook)
    {
        writer.WriteStartObject();
        WritePoint(writer, hook.Point);
        writer.WriteString("name", hook.Name);
        writer.WriteString("declaring_type", hook.DeclaringType);
        writer.WriteString("method", hook.Method);
        writer.WriteString("assembly", hook.Assembly);
        writer.WriteString("description", hook.Description);
        writer.WriteNumber("priority", hook.Priority);
        writer.WriteString("tools", hook.Tools);
        WriteNames(writer, "after", TableReading.Names(hook.After));
        WriteNames(writer, "before", TableReading.Names(hook.Before));
        writer.WriteString("on_failure", Name(hook.OnFailure));
        writer.WriteString("failure_policy", Name(hook.FailurePolicy));
        writer.WriteNumber("timeout_milliseconds", hook.TimeoutMilliseconds);
        writer.WriteNumber("retries", hook.Retries);
        writer.WriteBoolean("background", hook.Background);
        writer.WriteBoolean("circuit_breaker", hook.CircuitBreaker);
        writer.WriteBoolean("gives_verdict", hook.GivesVerdict);
        writer.WriteBoolean("is_asynchronous", hook.IsAsynchronous);
        writer.WriteBoolean("takes_cancellation_token", hook.TakesCancellationToken);
        writer.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter writer, HookPointInfo point)
    {
        writer.WriteStartObject("point");
        writer.WriteString("name", point.Name);
        writer.WriteString("event", point.EventName);
        writer.WriteString("context", point.ContextType.FullName);
        writer.WriteBoolean("is_custom", point.Point is null);
        writer.WriteBoolean("is_blocking", point.IsBlocking);
        writer.WriteStartArray("allowed");
        foreach (var kind in Enum.GetValues<HookResultKind>())
        {
            if (point.Allows(kind))
                writer.WriteStringValue(Name(kind));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static void WriteNames(Utf8JsonWriter writer, string property, IEnumerable<string> names)
    {
        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    internal static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
