using System.Text.Json;

namespace Hooks.Events.Tests.Events;

/// <summary>The cases of the CloudEvents conformance suite (github.com/cloudevents/conformance, format/json), and the way there and back.</summary>
public class CloudEventTests
{
    private const string Required = "\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"";

    [Theory]
    [InlineData("")]
    [InlineData(""","datacontenttype":null,"dataschema":null,"subject":null,"time":null""")]
    [InlineData(""","datacontenttype":"text/xml","dataschema":"https://example.org/schema","subject":"s","time":"2018-04-05T17:31:00Z","data":"<x/>" """)]
    [InlineData(""","source2":"#fragment" """)]
    [InlineData(""","data":"text","datacontenttype":"text/plain" """)]
    [InlineData(""","extboolean":true,"extinteger":2147483647,"extstring":"x","extbinary":"AQID","exturi":"https://x","exttimestamp":"2018-04-05T17:31:00Z" """)]
    public void Valid_events_are_read(string more) => Assert.Equal("t", CloudEventJson.Parse($"{{{Required}{more}}}").Type);

    [Theory]
    [InlineData("2018-04-05T17:31:00Z", "2018-04-05T17:31:00.0000000+00:00")]
    [InlineData("2018-04-05T17:31:00.123456789Z", "2018-04-05T17:31:00.1234567+00:00")]
    [InlineData("2018-04-05T18:31:00+01:00", "2018-04-05T17:31:00.0000000+00:00")]
    [InlineData("2018-04-05T16:31:00-01:00", "2018-04-05T17:31:00.0000000+00:00")]
    public void Times_are_read(string written, string read) =>
        Assert.Equal(DateTimeOffset.Parse(read, null), CloudEventJson.Parse($"{{{Required},\"time\":\"{written}\"}}").Time);

    [Theory]
    [InlineData("""{"id":"1","source":"/s","type":"t"}""", "specversion")]
    [InlineData("""{"specversion":"1.0","source":"/s","type":"t"}""", "id")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"/s"}""", "type")]
    [InlineData("""{"specversion":"1.0","id":"1","type":"t"}""", "source")]
    [InlineData("""{"specversion":"1.0","id":"","source":"/s","type":"t"}""", "id")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"/s","type":""}""", "type")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"","type":"t"}""", "source")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"a b","type":"t"}""", "source")]
    [InlineData("""{"specversion":"","id":"1","source":"/s","type":"t"}""", "specversion")]
    [InlineData("""{"specversion":"0.9","id":"1","source":"/s","type":"t"}""", "specversion")]
    [InlineData("""{"specversion":"1.0","id":1,"source":"/s","type":"t"}""", "id")]
    [InlineData("""{"specversion":"1.0","id":{},"source":"/s","type":"t"}""", "id")]
    [InlineData("""{"specversion":"1.0","id":"1","id":"2","source":"/s","type":"t"}""", "id")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"/s","type":"a.*"}""", "type")]
    [InlineData("[]", "object")]
    public void Invalid_events_are_refused_by_member(string json, string member) =>
        Assert.Contains(member, Assert.Throws<JsonException>(() => CloudEventJson.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"time\":\"garbage\"", "time")]
    [InlineData("\"time\":\"2018-04-05T17:31Z\"", "time")]
    [InlineData("\"time\":\"2018-04-05T17:31:00X\"", "time")]
    [InlineData("\"time\":\"2018-04-05T17:31:00+25:00\"", "time")]
    [InlineData("\"time\":\"2018-04-05T17:31:00+aa:00\"", "time")]
    [InlineData("\"time\":\"2018-04-05T17:31:00+01\"", "time")]
    [InlineData("\"time\":\"2018-02-30T17:31:00Z\"", "time")]
    [InlineData("\"datacontenttype\":\"xyz\"", "datacontenttype")]
    [InlineData("\"datacontenttype\":\"\"", "datacontenttype")]
    [InlineData("\"dataschema\":\"\"", "dataschema")]
    [InlineData("\"dataschema\":\"relative\"", "dataschema")]
    [InlineData("\"subject\":\"\"", "subject")]
    [InlineData("\"Extension\":\"x\"", "Extension")]
    [InlineData("\"ext_x\":\"x\"", "ext_x")]
    [InlineData("\"ext\":1.5", "ext")]
    [InlineData("\"ext\":2147483648", "ext")]
    [InlineData("\"ext\":[]", "ext")]
    [InlineData("\"data\":1,\"data_base64\":\"AQID\"", "data_base64")]
    [InlineData("\"data_base64\":\"?\"", "data_base64")]
    [InlineData("\"correlationid\":5", "correlationid")]
    public void Invalid_attributes_are_refused_by_member(string member, string name) =>
        Assert.Contains($"'{name}'", Assert.Throws<JsonException>(() => CloudEventJson.Parse($"{{{Required},{member}}}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Everything_set_survives()
    {
        var written = new HookEvent("tool.call.after")
        {
            Id = "id-1",
            Source = new("agent", "1"),
            Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Version = "2.1",
            CorrelationId = "c",
            CausationId = "b",
            SessionId = "s",
            Sequence = 42,
            ExpiresAt = new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero),
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            TraceState = "a=1",
            Metadata = new([new("subject", "file"), new("dataschema", "https://example.org/s"), new("urgent", true), new("level", -3)]),
            Data = EventData.FromJson("""{"a":[1.0,"ä"]}"""),
        };
        var json = CloudEventJson.Serialize(written);
        var read = CloudEventJson.Parse(json);

        Assert.Equal(
            """{"specversion":"1.0","id":"id-1","source":"/agent/1","type":"tool.call.after","time":"2026-01-02T03:04:05Z","datacontenttype":"application/json","schemaversion":"2.1","correlationid":"c","causationid":"b","sessionid":"s","sequence":"00000000000000000042","traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01","tracestate":"a=1","expirytime":"2026-01-03T00:00:00Z","subject":"file","dataschema":"https://example.org/s","urgent":true,"level":-3,"data":{"a":[1.0,"ä"]}}""",
            json);
        Assert.Equal(json, CloudEventJson.Serialize(read));
        Assert.Equal(written.Source, read.Source);
        Assert.Equal(written.Metadata, read.Metadata);
        Assert.Null(read.Publisher);
    }

    [Fact]
    public void Texts_and_bytes_survive()
    {
        var text = RoundTrip(EventData.FromText("a \"b\"\n"));
        Assert.Equal(("\"a \\\"b\\\"\\n\"", "text/plain"), (text.ToString(), text.ContentType));
        var bytes = RoundTrip(EventData.FromBytes(new byte[] { 1, 2, 255 }, "image/png"));
        Assert.Equal([1, 2, 255], bytes.Bytes!.Value.ToArray());
        Assert.Equal("image/png", bytes.ContentType);
    }

    [Fact]
    public void The_zero_time_of_other_systems_is_a_time()
    {
        const string Zero = "0001-01-01T00:00:00Z";
        var read = CloudEventJson.Parse($"{{{Required},\"time\":\"{Zero}\",\"expirytime\":\"{Zero}\"}}");
        Assert.Equal((DateTimeOffset.MinValue, DateTimeOffset.MinValue), (read.Time!.Value, read.ExpiresAt!.Value));
        using var json = JsonDocument.Parse(CloudEventJson.Serialize(read));
        Assert.Equal((Zero, Zero), (json.RootElement.GetProperty("time").GetString(), json.RootElement.GetProperty("expirytime").GetString()));
        Assert.Contains(Zero, PlainEventJson.Serialize(read), StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.MaxValue, new HookEvent("t") { Time = DateTimeOffset.MaxValue, ExpiresAt = DateTimeOffset.MaxValue }.ExpiresAt);
    }

    [Fact]
    public void A_member_whose_name_is_no_Unicode_is_refused_by_its_place()
    {
        Assert.Contains("A CloudEvent's member 5", Assert.Throws<JsonException>(() => CloudEventJson.Parse($"{{{Required},\"\\ud800\":1}}")).Message, StringComparison.Ordinal);
        Assert.Contains("An event's member 1", Assert.Throws<JsonException>(() => PlainEventJson.Parse("{\"\\ud800\":1}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_without_a_type_stay_without_one()
    {
        var read = CloudEventJson.Parse($"{{{Required},\"data_base64\":\"e30=\"}}");
        Assert.Null(read.Data!.ContentType);
        Assert.Equal("{}"u8.ToArray(), read.Data.Bytes!.Value.ToArray());
        var json = CloudEventJson.Serialize(read);
        Assert.Contains("\"data_base64\":\"e30=\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("datacontenttype", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_as_deep_as_it_may_be_survives_in_every_form()
    {
        var deepest = new string('[', EventData.MaxDepth) + new string(']', EventData.MaxDepth);
        var hookEvent = new HookEvent("t") { Source = new("s"), Data = EventData.FromJson(deepest) };
        Assert.Equal(deepest, CloudEventJson.Parse(CloudEventJson.Serialize(hookEvent)).Data!.ToString());
        Assert.Equal(deepest, CloudEventJson.Parse(System.Text.Encoding.UTF8.GetBytes(CloudEventJson.Serialize(hookEvent))).Data!.ToString());
        Assert.Equal(deepest, CloudEventJson.ParseBatch(CloudEventJson.SerializeBatch([hookEvent]))[0].Data!.ToString());
        Assert.Equal(deepest, PlainEventJson.Parse(PlainEventJson.Serialize(hookEvent)).Data!.ToString());
        Assert.ThrowsAny<JsonException>(() => EventData.FromJson($"[{deepest}]"));
        Assert.ThrowsAny<JsonException>(() => CloudEventJson.Parse($"{{{Required},\"data\":[{deepest}]}}"));
        Assert.ThrowsAny<JsonException>(() => PlainEventJson.Parse($"{{\"type\":\"t\",\"data\":[{deepest}]}}"));
    }

    [Fact]
    public void A_batch_is_an_array_and_one_invalid_event_makes_it_invalid()
    {
        var events = Enumerable.Range(1, 3).Select(i => new HookEvent($"t.{i}") { Source = new("s") }).ToList();
        var json = CloudEventJson.SerializeBatch(events);
        Assert.Equal(events.Select(e => e.Id), CloudEventJson.ParseBatch(json).Select(e => e.Id));
        Assert.Empty(CloudEventJson.ParseBatch("[]"));

        Assert.Contains("CloudEvent 1 of the batch", Assert.Throws<JsonException>(() => CloudEventJson.ParseBatch($"[{{{Required}}},{{\"specversion\":\"0.3\"}}]")).Message, StringComparison.Ordinal);
        Assert.Contains("CloudEvent 0 of the batch", Assert.Throws<JsonException>(() => CloudEventJson.ParseBatch("[5]")).Message, StringComparison.Ordinal);
        Assert.Contains("array", Assert.Throws<JsonException>(() => CloudEventJson.ParseBatch("{}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_without_a_source_is_not_written() =>
        Assert.Contains("source", Assert.Throws<InvalidOperationException>(() => CloudEventJson.Serialize(new HookEvent("t"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", true)]
    [InlineData("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-the-future-will-be-like", true)]
    [InlineData("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.what", false)]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x", false)]
    [InlineData("ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", false)]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01", false)]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", false)]
    [InlineData("garbage", false)]
    public void A_trace_that_is_invalid_is_left_out_and_the_event_is_read(string traceParent, bool isValid) =>
        Assert.Equal(isValid ? traceParent : null, CloudEventJson.Parse($"{{{Required},\"traceparent\":\"{traceParent}\"}}").TraceParent);

    [Fact]
    public void The_sequence_of_another_system_is_kept_as_it_is() =>
        Assert.Contains("\"sequence\":\"a7\"", CloudEventJson.Serialize(CloudEventJson.Parse($"{{{Required},\"sequence\":\"a7\"}}")), StringComparison.Ordinal);

    [Fact]
    public void The_plain_shape_of_the_Go_systems_is_written_and_read()
    {
        var json = PlainEventJson.Serialize(new HookEvent("tool.completed")
        {
            Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            SessionId = "s",
            Data = EventData.FromJson("""{"name":"bash"}"""),
        });
        Assert.Equal("""{"type":"tool.completed","timestamp":"2026-01-02T03:04:05Z","session_id":"s","data":{"name":"bash"}}""", json);
        var read = PlainEventJson.Parse("""{"type":"tool.completed","timestamp":"2026-01-02T04:04:05.5+01:00","namespace":"x","session_id":"s","data":{"name":"bash"}}""");
        Assert.Equal(("tool.completed", "s", """{"name":"bash"}"""), (read.Type, read.SessionId, read.Data!.ToString()));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 500, TimeSpan.Zero), read.Time);
        Assert.Contains("'timestamp'", Assert.Throws<JsonException>(() => PlainEventJson.Parse("""{"type":"t","timestamp":5}""")).Message, StringComparison.Ordinal);
        Assert.Contains("'type'", Assert.Throws<JsonException>(() => PlainEventJson.Parse("{}")).Message, StringComparison.Ordinal);
    }

    private static EventData RoundTrip(EventData data) =>
        CloudEventJson.Parse(CloudEventJson.Serialize(new HookEvent("t") { Source = new("s"), Data = data })).Data!;
}
