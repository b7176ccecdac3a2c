using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands.Tests.Verbs;

/// <summary>The schemas, held against the table of events and against what is really said.</summary>
public class SchemaTests
{
    private static JsonElement Definitions(params string[] args) =>
        JsonDocument.Parse(VerbRun.Of(Guards.At(), ["schema", .. args]).Output).RootElement.GetProperty("$defs");

    [Fact]
    public void Every_event_has_a_payload_and_those_that_take_something_an_answer()
    {
        var definitions = Definitions();
        foreach (var host in HostTable.All)
        {
            foreach (var hostEvent in host.Events)
            {
                var payload = definitions.GetProperty($"{host.Name}.{hostEvent.Name}.payload");
                Assert.Equal("object", payload.GetProperty("type").GetString());
                Assert.False(payload.TryGetProperty("additionalProperties", out _));
                var takesJson = hostEvent.Answers != HostAnswers.None && hostEvent.Name != "WorktreeCreate" && (host.Name, hostEvent.Name) != ("claude", "TeammateIdle");
                Assert.True(takesJson == definitions.TryGetProperty($"{host.Name}.{hostEvent.Name}.answer", out var answer) || !takesJson, $"{host.Name} {hostEvent.Name}");
                if (answer.ValueKind == JsonValueKind.Object)
                    Assert.False(answer.GetProperty("additionalProperties").GetBoolean());
            }
        }
    }

    [Fact]
    public void One_event_in_full()
    {
        var definitions = Definitions("--host", "codex", "--event", "PermissionRequest");
        Assert.Equal(["codex.PermissionRequest.payload", "codex.PermissionRequest.answer"], definitions.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            """{"title":"Codex CLI 0.147: what is taken at PermissionRequest","type":"object","properties":{"hookSpecificOutput":{"type":"object","properties":{"hookEventName":{"enum":["PermissionRequest"]},"decision":{"type":"object","properties":{"behavior":{"enum":["allow","deny"]},"message":{"type":"string"}},"required":["behavior"],"additionalProperties":false}},"required":["hookEventName"],"additionalProperties":false}},"additionalProperties":false}""",
            JsonSerializer.Serialize(definitions.GetProperty("codex.PermissionRequest.answer")));
        Assert.Equal(["session_id", "cwd", "hook_event_name", "tool_name", "tool_input"],
            definitions.GetProperty("codex.PermissionRequest.payload").GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void A_name_of_the_other_dialect_is_the_same_event() => Assert.Equal(2, Definitions("--event", "agentStop").EnumerateObject().Count());

    /// <summary>What the hosts write for each decision they can be told has only members of the schema.</summary>
    [Fact]
    public void What_is_said_fits_the_schema()
    {
        var definitions = Definitions();
        var said = 0;
        foreach (var agent in Enum.GetValues<CodingAgent>())
        {
            var host = Host.Of(agent);
            foreach (var hostEvent in host.Table.Events)
            {
                foreach (var kind in Enum.GetValues<DecisionKind>())
                {
                    var reply = host.Answer(hostEvent, null, new(kind, null) { Reason = "why", Value = "what" });
                    if (reply.Output.IsEmpty || hostEvent.Name == "WorktreeCreate")
                        continue;
                    var answer = JsonDocument.Parse(reply.Output).RootElement;
                    if (answer.EnumerateObject().MoveNext())
                        Fits(definitions.GetProperty($"{host.Name}.{hostEvent.Name}.answer"), answer, $"{host.Name} {hostEvent.Name} {kind}");
                    said++;
                }
            }
        }

        Assert.True(said > 50);
    }

    private static void Fits(JsonElement schema, JsonElement value, string what)
    {
        if (schema.TryGetProperty("enum", out var words))
            Assert.True(words.EnumerateArray().Any(word => word.GetString() == value.GetString()), $"{what}: {value}");
        if (!schema.TryGetProperty("properties", out var properties))
            return;
        Assert.True(value.ValueKind == JsonValueKind.Object, $"{what}: {value}");
        foreach (var member in value.EnumerateObject())
        {
            Assert.True(properties.TryGetProperty(member.Name, out var inner), $"{what}: {member.Name}");
            Fits(inner, member.Value, what);
        }

        if (schema.TryGetProperty("required", out var required))
            Assert.All(required.EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{what}: {name}"));
    }
}
