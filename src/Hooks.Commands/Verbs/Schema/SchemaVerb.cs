using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Prints JSON Schemas of what agents write at their events, and of what they accept.</summary>
internal sealed class SchemaVerb() : Verb("schema", "prints JSON Schemas of the agents' payloads and of the answers they take")
{
    protected override string Usage => "[--host AGENT] [--event E]";

    protected override IReadOnlyList<VerbOption> Options =>
    [
        VerbOption.HostUnless("all unless given"),
        new("--event", "E", "one event; all unless given"),
    ];

    protected override string Remarks =>
        "One document with definitions named host.Event.payload and host.Event.answer. An event without an answer takes none.\n"
        + "Payloads may have more members than these, answers may not.";

    protected override ValueTask<bool> RunAsync(VerbArguments arguments, VerbScene scene)
    {
        var asked = arguments.Agent();
        var name = arguments["--event"];
        var count = 0;
        var schemas = VerbJson.Render(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteStartObject("$defs");
            for (var agent = 0; agent < HostTable.All.Count; agent++)
            {
                foreach (var hostEvent in HostTable.All[agent].Events)
                {
                    if ((asked is not null && (int)asked != agent) || (name is not null && !hostEvent.IsNamed(name)))
                        continue;
                    Write(writer, (CodingAgent)agent, hostEvent);
                    count++;
                }
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        });

        if (count == 0)
            throw arguments.Mistake($"knows no event '{name}'{(asked is null ? string.Empty : $" of {HostTable.All[(int)asked].DisplayName}")}");
        scene.Out.Write(schemas);
        return new(true);
    }

    private static void Write(Utf8JsonWriter writer, CodingAgent agent, HostEvent hostEvent)
    {
        var host = HostTable.All[(int)agent];
        writer.WriteStartObject($"{host.Name}.{hostEvent.Name}.payload");
        writer.WriteString("title", $"{host.DisplayName} {host.Version}: what comes at {hostEvent.Name}");
        SchemaNotation.Write(writer, PayloadShapes.Of(agent, hostEvent), isOpen: true);
        writer.WriteEndObject();
        if (AnswerShapes.Of(agent, hostEvent) is not { } answer)
            return;
        writer.WriteStartObject($"{host.Name}.{hostEvent.Name}.answer");
        writer.WriteString("title", $"{host.DisplayName} {host.Version}: what is taken at {hostEvent.Name}");
        SchemaNotation.Write(writer, answer, isOpen: false);
        writer.WriteEndObject();
    }
}
