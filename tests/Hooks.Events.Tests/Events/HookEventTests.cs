using System.Text.Json.Serialization;

namespace Hooks.Events.Tests.Events;

public sealed partial class HookEventTests
{
    [Fact]
    public void Ids_are_UUIDs_of_version_7_and_sort_as_text_in_the_order_in_which_they_were_made()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var ids = Enumerable.Range(0, 20_000).Select(_ => new HookEvent("a").Id).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id =>
        {
            Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
            Assert.True(Convert.ToInt64(id[..8] + id[9..13], 16) >= before);
        });
    }

    [Fact]
    public void Ids_made_by_several_threads_are_all_different_and_grow_on_each()
    {
        var perThread = new List<string>[4];
        var threads = Enumerable.Range(0, perThread.Length).Select(i => new Thread(() => perThread[i] = [.. Enumerable.Range(0, 5_000).Select(_ => new HookEvent("a").Id)])).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(20_000, perThread.SelectMany(ids => ids).Distinct().Count());
        Assert.All(perThread, ids => Assert.Equal(ids.Order(StringComparer.Ordinal), ids));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a..b", "character 3")]
    [InlineData(".a", "character 1")]
    [InlineData("a.", "character 3")]
    [InlineData("tool.*", "'*', at character 6")]
    [InlineData("a.{b}", "'{', at character 3")]
    [InlineData("a?b", "'?', at character 2")]
    [InlineData("a b", "character 2")]
    [InlineData("a\nb", "character 2")]
    [InlineData("1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17", "16 segments")]
    public void A_type_that_no_pattern_could_match_is_refused_with_the_character(string type, string says)
    {
        var error = Assert.Throws<ArgumentException>(() => new HookEvent(type));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_with_the_character() =>
        Assert.Contains("surrogate pair at character 3", Assert.Throws<ArgumentException>(() => new HookEvent("ab\ud800")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_type_may_have_255_characters_and_any_letters()
    {
        Assert.Equal(255, new HookEvent(new string('a', 255)).Type.Length);
        Assert.Throws<ArgumentException>(() => new HookEvent(new string('a', 256)));
        Assert.Equal("größe.\U0001F600.名", new HookEvent("größe.\U0001F600.名").Type);
    }

    [Fact]
    public void An_object_is_written_as_JSON_once_and_only_when_someone_needs_it()
    {
        var report = new Report { Path = "a.cs" };
        var data = EventData.From(report, ReportJson.Default.Report);
        Assert.Same(report, data.Read(ReportJson.Default.Report));
        Assert.Same(report, data.Value);
        Assert.Equal(0, report.Reads);

        Assert.Equal("""{"Path":"a.cs"}""", data.ToString());
        Assert.True(data.TryGetMembers(out var members));
        Assert.Equal("a.cs", members.GetString("Path"));
        Assert.Equal("""{"Path":"a.cs"}""", data.ToString());
        Assert.Equal(1, report.Reads);
    }

    [Fact]
    public void Data_that_is_JSON_is_read_as_what_it_says()
    {
        Assert.Equal("b.cs", EventData.FromJson("""{ "Path" : "b.cs" }""").Read(ReportJson.Default.Report)!.Path);
        Assert.Equal("""{"Path":"b.cs"}""", EventData.FromJson("{ \"Path\" :\n \"b.cs\" }").ToString());
        Assert.False(EventData.FromJson("[1]").TryGetMembers(out _));
        Assert.False(EventData.FromJson("""{"a":1,"a":2}""").TryGetMembers(out _));
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => EventData.FromJson("{"));
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => EventData.FromJson("\"\\ud800\""));
    }

    [Fact]
    public void Arguments_are_copied()
    {
        var members = new HookArguments { ["tool"] = "bash" };
        var data = EventData.From(members);
        members["tool"] = "rm";
        Assert.Equal("""{"tool":"bash"}""", data.ToString());
    }

    [Theory]
    [InlineData("UserId", 1, "UserId")]
    [InlineData("correlationid", "x", "member of the event")]
    [InlineData("ratio", 1.5, "Double")]
    [InlineData("dataschema", "relative", "absolute URI")]
    [InlineData("subject", "", "not empty")]
    public void Metadata_that_no_CloudEvent_can_carry_is_refused_by_name(string name, object value, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => new EventMetadata([new(name, value)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_tells_time_type_source_and_data_and_controls_no_terminal()
    {
        var line = new HookEvent("tool.call.after")
        {
            Time = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
            Source = new("agent", "1"),
            Data = EventData.From(new HookArguments { ["tool"] = "bash", ["ms"] = 12.5, ["out"] = "a\u001b[31m\nb c", ["long"] = new string('x', 500) }),
        }.ToString();

        Assert.StartsWith("""[03:04:05.678] tool.call.after (agent/1) tool=bash ms=12.5 out="a\\u001B[31m\\u000Ab c" long=xxx""".Replace(@"\\", @"\", StringComparison.Ordinal), line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.True(line.Length < 600);
        Assert.Equal("[--:--:--.---] a.b (system)", new HookEvent("a.b").ToString());
    }

    [Fact]
    public void Nothing_in_a_line_passes_for_another_part_of_it()
    {
        Assert.EndsWith(" t (\"agent) tool=rm ok=true (x\"/\"1)\")", new HookEvent("t") { Source = new("agent) tool=rm ok=true (x", "1)") }.ToString(), StringComparison.Ordinal);
        var line = new HookEvent("t") { Data = EventData.From(new HookArguments { ["a"] = new string('x', 40) + " verdict=deny " + new string('y', 80), ["b=c"] = "d" }) }.ToString();
        Assert.EndsWith("y...\" \"b=c\"=d", line, StringComparison.Ordinal);
        Assert.Equal(0, line.Count(character => character == '"') % 2);
    }

    [Fact]
    public void A_source_is_a_URI_reference_and_comes_back_from_it()
    {
        Assert.Equal("/agent/a%2Fb%20%C3%A9", new HookEventSource("agent", "a/b é").Uri);
        var read = HookEventSource.Parse("/agent/a%2Fb%20%C3%A9");
        Assert.Equal(("agent", "a/b é"), (read.Component, read.Instance));
        Assert.Equal(new HookEventSource("agent", "a/b é"), read);
        var foreign = HookEventSource.Parse("https://example.org/x?y#z");
        Assert.Equal(("https://example.org/x?y#z", null), (foreign.Component, foreign.Instance));
        Assert.Throws<FormatException>(() => HookEventSource.Parse("a b"));
    }

    internal sealed class Report
    {
        private string _path = "";

        [JsonIgnore]
        public int Reads { get; private set; }

        public string Path
        {
            get
            {
                Reads++;
                return _path;
            }
            set => _path = value;
        }
    }

    [JsonSerializable(typeof(Report))]
    internal sealed partial class ReportJson : JsonSerializerContext;
}
