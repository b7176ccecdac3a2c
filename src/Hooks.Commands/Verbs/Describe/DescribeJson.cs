using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Writes the chains as JSON, for tools that compare them.</summary>
internal static class DescribeJson
{
    public static string Render(IReadOnlyList<DescribedHost> hosts) => VerbJson.Render(writer =>
    {
        writer.WriteStartArray();
        foreach (var host in hosts)
            Write(writer, host);
        writer.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter writer, DescribedHost host)
    {
        writer.WriteStartObject();
        writer.WriteString("host", host.Host.Name);
        writer.WriteString("version", host.Host.Version);
        writer.WriteStartArray("events");
        foreach (var hooked in host.Events)
        {
            writer.WriteStartObject();
            writer.WriteString("event", hooked.Event.Name);
            writer.WriteBoolean("is_gate", hooked.IsGate);
            TableJson.WriteNames(writer, "answers", Enum.GetValues<HostAnswers>().Where(hooked.Event.Takes).Select(answer => TableJson.Name(answer)));
            writer.WriteStartArray("hooks");
            foreach (var hook in hooked.Hooked.Hooks)
                Write(writer, hook);
            writer.WriteEndArray();
            writer.WriteStartArray("tools");
            foreach (var tool in hooked.Tools)
            {
                writer.WriteStartObject();
                writer.WriteString("tool", tool.Name);
                TableJson.WriteNames(writer, "guards", tool.Guards);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        TableJson.WriteNames(writer, "events_without_hooks", host.Unhooked);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, HookDescriptor hook)
    {
        writer.WriteStartObject();
        writer.WriteString("point", hook.Point.Name);
        writer.WriteString("name", hook.Name);
        writer.WriteNumber("priority", hook.Priority);
        writer.WriteString("tools", hook.Tools);
        writer.WriteBoolean("gives_verdict", hook.GivesVerdict);
        writer.WriteString("failure_policy", TableJson.Name(hook.FailurePolicy));
        writer.WriteEndObject();
    }
}
