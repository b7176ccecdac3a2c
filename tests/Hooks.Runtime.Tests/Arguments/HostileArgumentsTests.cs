using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hooks.Runtime.Tests.Arguments;

/// <summary>Input that is wrong, or made to do harm: JSON ends in JsonException, values in ArgumentException, with the name in it.</summary>
public class HostileArgumentsTests
{
    [Theory]
    [InlineData("""{"a":{"x":1,"x":2}}""", "$.a.x")]
    [InlineData("""{"x":1,"\u0078":2}""", "$.x")]
    [InlineData("""{"a":[0,{"x":"\ud800"}]}""", "$.a[1].x")]
    [InlineData("""{"a":{"\udc00":1}}""", "$.a")]
    [InlineData("""{"a":1e400}""", "$.a")]
    [InlineData("""{"a":[-1e400]}""", "$.a[0]")]
    [InlineData("""{"a":1e99999999999999999999}""", "$.a")]
    public void Json_that_is_refused_is_refused_with_the_place(string json, string place)
    {
        Assert.Contains($"'{place}'", Assert.Throws<JsonException>(() => HookArguments.Parse(json)).Message);
        Assert.Contains($"'{place}'", Assert.Throws<JsonException>(() => HookArguments.Parse(Encoding.UTF8.GetBytes(json))).Message);
        using var document = JsonDocument.Parse(json);
        Assert.Contains($"'{place}'", Assert.Throws<ArgumentException>(() => new HookArguments(document.RootElement)).Message);
        var set = new HookArguments();
        var error = Assert.Throws<ArgumentException>(() => set["given"] = document.RootElement);
        Assert.Contains($"'given{place[1..]}'", error.Message);
        Assert.Empty(set);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{/* c */}")]
    [InlineData("{\"a\":\"\u0001\"}")]
    public void What_is_not_an_object_in_json_is_a_json_exception(string json)
    {
        Assert.ThrowsAny<JsonException>(() => HookArguments.Parse(json));
        Assert.ThrowsAny<JsonException>(() => HookJson.ParseResult(json));
        Assert.ThrowsAny<JsonException>(() => HookJson.ParseContext(json));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_the_text_itself_is_a_json_exception() =>
        Assert.Contains("index 6", Assert.Throws<JsonException>(() => HookArguments.Parse("{\"a\":\"\ud800\"}")).Message);

    [Fact]
    public void Bytes_that_are_not_utf8_are_a_json_exception()
    {
        byte[] json = [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.Contains("'$.a'", Assert.Throws<JsonException>(() => HookArguments.Parse(json)).Message);
        byte[] name = [.. "{\""u8, 0xFF, .. "\":1}"u8];
        Assert.Throws<JsonException>(() => HookArguments.Parse(name));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(10_000, false)]
    [InlineData(1_000_000, false)]
    public void Depth_is_limited_and_said(int depth, bool legal)
    {
        var objects = string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);
        var arrays = "{\"a\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";
        foreach (var json in new[] { objects, arrays })
        {
            if (legal)
            {
                Assert.Equal(json, HookArguments.Parse(json).ToJson());
                continue;
            }

            Assert.Contains("more than 64 levels", Assert.Throws<JsonException>(() => HookArguments.Parse(json)).Message);
            if (depth > 10_000)
                continue; // JsonDocument itself takes quadratic time.
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
            Assert.Contains("more than 64 levels", Assert.Throws<ArgumentException>(() => new HookArguments(document.RootElement)).Message);
        }
    }

    [Fact]
    public void Values_cannot_nest_deeper_than_json_may()
    {
        var deepest = HookArguments.Parse(string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "{}" + new string('}', 63));
        var arguments = new HookArguments();
        Assert.Contains("'o'", Assert.Throws<ArgumentException>(() => arguments["o"] = deepest).Message);
        Assert.Throws<ArgumentException>(() => arguments["o"] = new object[] { deepest });

        var innermost = deepest;
        while (innermost.TryGetArguments("a", out var next))
            innermost = next;
        innermost["leaf"] = 1;
        Assert.Throws<ArgumentException>(() => innermost["o"] = new HookArguments());
        Assert.Throws<ArgumentException>(() => innermost["o"] = Array.Empty<string>());
        Assert.Throws<ArgumentException>(() => innermost.ReplaceAll([new("o", new HookArguments())]));
        Assert.Contains("\"leaf\":1", deepest.ToJson());
    }

    [Fact]
    public void What_contains_itself_is_refused()
    {
        var dictionary = new Dictionary<string, object?>();
        dictionary["self"] = dictionary;
        var list = new List<object?>();
        list.AddRange([list, list, list]);
        var arguments = new HookArguments();
        var nested = new HookArguments();
        arguments["o"] = nested;

        Assert.Contains("contains itself", Assert.Throws<ArgumentException>(() => new HookArguments(dictionary)).Message);
        Assert.Contains("contains itself", Assert.Throws<ArgumentException>(() => arguments["l"] = list).Message);
        Assert.Contains("'o'", Assert.Throws<ArgumentException>(() => nested["o"] = arguments).Message);
        Assert.Throws<ArgumentException>(() => arguments["o"] = arguments);

        // Inside a dictionary or list it is a copy of what they are now.
        nested["copy"] = new object?[] { arguments };
        Assert.Equal("""{"o":{"copy":[{"o":{}}]}}""", arguments.ToJson());
    }

    public static TheoryData<object, string> Unfit => new()
    {
        { double.NaN, "System.Double" }, { double.PositiveInfinity, "System.Double" }, { float.NaN, "System.Single" },
        { new object(), "System.Object" }, { new byte[] { 1 }, "System.Byte[]" }, { new Version(1, 0), "System.Version" },
        { new Dictionary<int, string> { [1] = "x" }, "System.Int32" }, { "half \ud800", "Unicode" }, { "\udc00\ud800", "Unicode" },
        { JsonValue.Create("\ud800"), "Unicode" }, { JsonNode.Parse("\"\\ud800\"")!, "Unicode" }, { JsonValue.Create<object>("\ud800")!, "Unicode" }, { default(JsonElement), "never set" }, { JsonValue.Create(default(JsonElement))!, "never set" }, { HookPoint.BeforeToolCall, "Hooks.HookPoint" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_value_that_cannot_be_json_is_refused_with_its_name(object value, string word)
    {
        var arguments = new HookArguments { ["kept"] = 1 };
        foreach (var (given, name) in new (object, string)[] { (value, "bad"), (new[] { null, value }, "bad[1]"), (new Dictionary<string, object?> { ["in"] = value }, "bad.in"), (new Hashtable { ["in"] = value }, "bad.in") })
        {
            var error = Assert.Throws<ArgumentException>(() => arguments["bad"] = given);
            Assert.Contains($"'{name}'", error.Message);
            Assert.Contains(word, error.Message);
        }

        Assert.Equal("""{"kept":1}""", arguments.ToJson());
    }

    [Fact]
    public void Names_are_checked_like_values()
    {
        var arguments = new HookArguments();
        Assert.Throws<ArgumentException>(() => arguments["\ud800"] = 1);
        Assert.Throws<ArgumentException>(() => arguments["o"] = new Dictionary<string, object?> { ["\ud800"] = 1 });
        Assert.Throws<ArgumentNullException>(() => arguments[null!] = 1);
        Assert.Throws<ArgumentNullException>(() => arguments[null!]);
        Assert.Contains("'x' is given twice", Assert.Throws<ArgumentException>(() => new HookArguments([new("x", 1), new("x", 2)])).Message);
        Assert.Empty(arguments);
    }

    [Fact]
    public void Damaged_json_is_read_or_ends_in_a_json_exception()
    {
        var random = new Random(20250102);
        var seeds = new[]
        {
            HookJson.Serialize(HookResult.Fork([new("a", HookArguments.Parse("""{"x":[1.5e3,"\u00e9\ud83d\ude00",null,true]}"""))])),
            HookJson.Serialize(HookResult.Retry("busy", TimeSpan.FromSeconds(1.5), 5)),
            HookJson.Serialize(HookPoint.BeforeToolCall, new ToolCallContext { ToolName = "t", Duration = TimeSpan.FromSeconds(2), Outcome = ToolCallOutcome.Failed }),
            HookJson.Serialize(HookPoint.BeforeModelCall, new ModelCallContext { Messages = [new("user", "größe")], ToolNames = ["a"], Usage = new(), Cost = 1.5m }),
        }.Select(Encoding.UTF8.GetBytes).ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var json = seeds[i % seeds.Length].ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(json.Length);
                json[at] = random.Next(3) == 0 ? (byte)random.Next(256) : json[random.Next(json.Length)];
            }

            foreach (var read in new Action<byte[]>[] { bytes => HookArguments.Parse(bytes).ToJson(), bytes => HookJson.ParseResult(bytes), bytes => HookJson.ParseContext(bytes) })
            {
                var error = Record.Exception(() => read(json));
                Assert.True(error is null or JsonException, $"{error} from {Convert.ToBase64String(json)}");
            }
        }
    }

    [Fact]
    public void A_very_long_number_and_very_many_names_take_no_unreasonable_time()
    {
        var digits = "{\"n\":1" + new string('3', 1_000_000) + "}";
        Assert.Throws<JsonException>(() => HookArguments.Parse(digits));
        var fraction = "{\"n\":0." + new string('3', 1_000_000) + "}";
        Assert.Equal(fraction.Length, HookArguments.Parse(fraction).ToJson().Length);
        var names = "{" + string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"n{i}\":{i}")) + "}";
        Assert.Equal(100_000, HookArguments.Parse(names).Count);
    }
}
