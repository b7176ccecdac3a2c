using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hooks.Runtime.Tests.Arguments;

/// <summary>Arguments as a .NET developer uses them: reading, changing, nesting.</summary>
public class HookArgumentsTests
{
    [Fact]
    public void Json_reads_as_plain_values_in_order()
    {
        var arguments = HookArguments.Parse("""{"s":"x","b":true,"n":null,"l":3,"d":0.5,"big":12345678901234567890,"o":{"k":1},"a":[1,"two",[]]}""");

        Assert.Equal(["s", "b", "n", "l", "d", "big", "o", "a"], arguments.Keys);
        Assert.Equal("x", arguments["s"]);
        Assert.Equal(true, arguments["b"]);
        Assert.Null(arguments["n"]);
        Assert.Equal(3L, arguments["l"]);
        Assert.Equal(0.5, arguments["d"]);
        Assert.Equal(12345678901234567890m, arguments["big"]);
        Assert.Equal(1L, Assert.IsType<HookArguments>(arguments["o"])["k"]);
        var list = Assert.IsAssignableFrom<IReadOnlyList<object?>>(arguments["a"]);
        Assert.Equal([1L, "two"], list.Take(2));
        Assert.Empty(Assert.IsAssignableFrom<IReadOnlyList<object?>>(list[2]));
    }

    [Fact]
    public void A_missing_name_is_named_with_those_there_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => HookArguments.Parse("""{"command":"ls","timeout":1}""")["Command"]);
        Assert.Equal("There is no argument 'Command'; there are: command, timeout.", error.Message);
        Assert.Contains("none at all", Assert.Throws<KeyNotFoundException>(() => new HookArguments()["x"]).Message);
    }

    public static TheoryData<object, int> ThreeInManyTypes => new()
    {
        { 3, 3 }, { 3L, 3 }, { (byte)3, 3 }, { 3.0, 3 }, { 3.0f, 3 }, { 3.00m, 3 }, { 3UL, 3 }, { (Half)3, 3 },
        { JsonDocument.Parse("3.0").RootElement, 3 }, { JsonDocument.Parse("0.3e1").RootElement, 3 }, { JsonValue.Create(3), 3 },
    };

    [Theory]
    [MemberData(nameof(ThreeInManyTypes))]
    public void A_whole_number_is_one_whatever_holds_it(object value, int expected)
    {
        var arguments = new HookArguments { ["n"] = value };

        Assert.True(arguments.TryGetInt32("n", out var number));
        Assert.Equal(expected, number);
        Assert.True(arguments.TryGetInt64("n", out var large));
        Assert.Equal(expected, large);
        Assert.Equal(3.0, arguments.GetDouble("n", 0));
        Assert.Equal(3m, arguments.GetDecimal("n", 0));
        Assert.True(arguments.DeepEquals(HookArguments.Parse("""{"n":3}""")));
    }

    [Theory]
    [InlineData("3.5")]
    [InlineData("\"3\"")]
    [InlineData("2147483648")]
    [InlineData("1e300")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[3]")]
    public void What_is_not_a_small_whole_number_is_not_read_as_one(string json)
    {
        var arguments = HookArguments.Parse($$"""{"n":{{json}}}""");
        Assert.False(arguments.TryGetInt32("n", out var number));
        Assert.Equal(0, number);
        Assert.Equal(7, arguments.GetInt32("n", 7));
    }

    [Fact]
    public void Decimals_are_exact_or_not_there()
    {
        var arguments = HookArguments.Parse("""{"tenth":0.1,"long":123456789.123456789,"tiny":1e-40,"digits":1234567890123456789012345678901234567890}""");

        Assert.Equal(0.1m, arguments.GetDecimal("tenth", 0));
        Assert.Equal(123456789.123456789m, arguments["long"]);
        Assert.False(arguments.TryGetDecimal("tiny", out _));
        Assert.False(arguments.TryGetDecimal("digits", out _));
        Assert.IsType<JsonElement>(arguments["digits"]);
        Assert.Equal(1234567890123456789012345678901234567890.0, arguments.GetDouble("digits", 0));
        Assert.Contains("1234567890123456789012345678901234567890", arguments.ToJson());
        Assert.Equal(0.1, new HookArguments { ["f"] = 0.1f }["f"]);
    }

    [Fact]
    public void Texts_objects_and_lists_have_getters()
    {
        var arguments = HookArguments.Parse("""{"s":"x","list":["a","b"],"mixed":["a",1],"empty":[],"o":{"k":"v"},"b":true}""");

        Assert.True(arguments.TryGetString("s", out var text));
        Assert.Equal("x", text);
        Assert.False(arguments.TryGetString("b", out _));
        Assert.Null(arguments.GetString("none"));
        Assert.Equal("or", arguments.GetString("o", "or"));
        Assert.True(arguments.TryGetStrings("list", out var list));
        Assert.Equal(["a", "b"], list);
        Assert.True(arguments.TryGetStrings("empty", out var empty));
        Assert.Empty(empty);
        Assert.False(arguments.TryGetStrings("mixed", out _));
        Assert.False(arguments.TryGetStrings("s", out _));
        Assert.True(arguments.TryGetArguments("o", out var nested));
        Assert.Equal("v", nested.GetString("k"));
        Assert.True(arguments.GetBoolean("b"));
        Assert.False(arguments.TryGetBoolean("s", out _));
    }

    [Fact]
    public void Changes_to_nested_arguments_are_changes_to_their_owner()
    {
        var arguments = HookArguments.Parse("""{"o":{"k":1},"list":[{"k":1}]}""");
        var before = arguments.Version;

        arguments.TryGetArguments("o", out var nested);
        nested!["k"] = 2;
        ((HookArguments)((IReadOnlyList<object?>)arguments["list"]!)[0]!)["k"] = 3;

        Assert.Equal("""{"o":{"k":2},"list":[{"k":3}]}""", arguments.ToJson());
        Assert.Equal(before + 2, arguments.Version);

        arguments.Remove("o");
        var after = arguments.Version;
        nested["k"] = 9;
        Assert.Equal(after, arguments.Version);
    }

    [Fact]
    public void Free_arguments_are_nested_as_they_are_and_owned_ones_are_copied()
    {
        var nested = new HookArguments { ["k"] = 1 };
        var first = new HookArguments { ["o"] = nested };
        var second = new HookArguments { ["o"] = nested };

        nested["k"] = 2;

        Assert.Equal("""{"o":{"k":2}}""", first.ToJson());
        Assert.Equal("""{"o":{"k":1}}""", second.ToJson());
    }

    [Fact]
    public void Every_change_raises_the_version_and_setting_the_same_object_does_not()
    {
        var arguments = new HookArguments();
        var seen = new List<int> { arguments.Version };
        void Note() => seen.Add(arguments.Version);

        arguments["a"] = 1;
        Note();
        arguments["a"] = 1;
        Note();
        arguments["o"] = new HookArguments();
        Note();
        arguments.Remove("a");
        Note();
        arguments.ReplaceAll([new("x", 1), new("y", 2)]);
        Note();
        arguments.Clear();
        Note();
        Assert.Equal(seen.Distinct().Order(), seen);

        arguments["o"] = new HookArguments();
        var version = arguments.Version;
        arguments["o"] = arguments["o"];
        Assert.False(arguments.Remove("none"));
        Assert.Equal(version, arguments.Version);
    }

    [Fact]
    public void Values_can_be_replaced_while_enumerating_and_names_cannot()
    {
        var arguments = HookArguments.Parse("""{"a":"secret","b":"secret"}""");
        foreach (var (name, _) in arguments)
            arguments[name] = "***";
        Assert.Equal("""{"a":"***","b":"***"}""", arguments.ToJson());
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var (name, _) in arguments)
                arguments.Remove(name);
        });
    }

    [Fact]
    public void Many_names_are_found_after_removals()
    {
        var arguments = new HookArguments();
        for (var i = 0; i < 100; i++)
            arguments[$"n{i}"] = i;
        for (var i = 0; i < 100; i += 3)
            Assert.True(arguments.Remove($"n{i}"));
        arguments["n0"] = "back";

        Assert.Equal(67, arguments.Count);
        Assert.Equal("n0", arguments.Keys.Last());
        for (var i = 1; i < 100; i++)
            Assert.Equal(i % 3 != 0, arguments.ContainsKey($"n{i}"));
        Assert.Equal(50L, arguments["n50"]);
    }

    [Fact]
    public void A_refused_replacement_changes_nothing()
    {
        var arguments = new HookArguments { ["a"] = 1 };
        Assert.Throws<ArgumentException>(() => arguments.ReplaceAll([new("b", 2), new("c", new object())]));
        Assert.Equal("""{"a":1}""", arguments.ToJson());
        arguments.ReplaceAll(arguments);
        Assert.Equal("""{"a":1}""", arguments.ToJson());
    }

    [Fact]
    public void A_clone_shares_nothing_and_may_change_when_the_original_may_not()
    {
        var arguments = HookArguments.Parse("""{"o":{"k":1},"l":[{"k":1}]}""");
        arguments.TryGetArguments("o", out var nested);
        arguments.Freeze();
        var copy = arguments.Clone();
        copy.TryGetArguments("o", out var copied);
        copied!["k"] = 2;

        Assert.Equal("""{"o":{"k":1},"l":[{"k":1}]}""", arguments.ToJson());
        Assert.Throws<InvalidOperationException>(() => arguments["x"] = 1);
        Assert.Throws<InvalidOperationException>(() => nested!["k"] = 2);
        Assert.Throws<InvalidOperationException>(() => nested!.Clear());
        Assert.Throws<InvalidOperationException>(() => arguments.Remove("o"));
        Assert.Throws<InvalidOperationException>(() => arguments.ReplaceAll([]));
    }

    [Fact]
    public void Nothing_of_a_document_is_held_on_to()
    {
        HookArguments arguments, set = [];
        using (var document = JsonDocument.Parse("""{"s":"x","o":{"digits":1234567890123456789012345678901234567890}}"""))
        {
            arguments = new HookArguments(document.RootElement);
            set["e"] = document.RootElement;
        }

        Assert.Equal("""{"s":"x","o":{"digits":1234567890123456789012345678901234567890}}""", arguments.ToJson());
        Assert.Equal($$"""{"e":{{arguments.ToJson()}}}""", set.ToJson());
    }

    [Fact]
    public void Text_is_written_readably_and_cut_for_people()
    {
        var arguments = new HookArguments { ["command"] = "a && b > 'größe'" };
        Assert.Equal("""{"command":"a && b > 'größe'"}""", arguments.ToJson());
        Assert.Equal(arguments.ToJson(), arguments.ToString());

        arguments["command"] = new string('x', 1000);
        Assert.True(arguments.ToString().Length is > 100 and < 300);
        Assert.EndsWith("...", arguments.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public void No_character_is_cut_in_two(string before)
    {
        var text = new HookArguments { ["command"] = before + string.Concat(Enumerable.Repeat("🙂", 500)) }.ToString();

        Assert.EndsWith("...", text);
        Assert.NotEmpty(new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text));
    }

    [Fact]
    public void Times_and_ids_become_text_as_json_has_them()
    {
        var id = Guid.NewGuid();
        var time = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        var arguments = new HookArguments
        {
            ["id"] = id, ["time"] = time, ["utc"] = time.UtcDateTime, ["exact"] = time.AddTicks(1), ["short"] = time.AddMilliseconds(120), ["nowhere"] = time.DateTime.AddSeconds(5),
        };

        Assert.Equal(id.ToString(), arguments.GetString("id"));
        Assert.Equal("2025-01-02T03:04:05+02:00", arguments.GetString("time"));
        Assert.Equal("2025-01-02T01:04:05Z", arguments.GetString("utc"));
        Assert.Equal("2025-01-02T03:04:05.0000001+02:00", arguments.GetString("exact"));
        Assert.Equal("2025-01-02T03:04:05.12+02:00", arguments.GetString("short"));
        Assert.Equal("2025-01-02T03:04:10", arguments.GetString("nowhere"));
    }

    public static TheoryData<JsonNode, object> Leaves => new()
    {
        { JsonValue.Create("text"), "text" },
        { JsonValue.Create("\"quoted\""), "\"quoted\"" },
        { JsonValue.Create(""), "" },
        { JsonValue.Create('c'), "c" },
        { JsonValue.Create(new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff")), "6f9619ff-8b86-d011-b42d-00c04fc964ff" },
        { JsonValue.Create(new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc)), "2025-01-02T03:04:05Z" },
        { JsonValue.Create(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))), "2025-01-02T03:04:05+02:00" },
        { JsonNode.Parse("\"a\\u0022 \\ud83d\\ude42\"")!, "a\" 🙂" },
        { JsonNode.Parse("1.10")!, 1.10m },
        { JsonNode.Parse("7")!, 7L },
        { JsonValue.Create(0.1), 0.1m },
        { JsonNode.Parse("true")!, true },
        { JsonValue.Create(false), false },
    };

    [Theory]
    [MemberData(nameof(Leaves))]
    public void A_node_is_what_its_json_says(JsonNode node, object expected)
    {
        var arguments = new HookArguments { ["a"] = node };

        Assert.True(PlainValue.DeepEquals(expected, arguments["a"]), $"{arguments["a"]} ({arguments["a"]?.GetType()})");
        Assert.Equal(expected is string, arguments["a"] is string);
    }

    [Fact]
    public void System_text_json_writes_and_reads_them_as_members()
    {
        var json = JsonSerializer.Serialize(new { Args = HookArguments.Parse("""{"a":[1]}""") });
        Assert.Equal("""{"Args":{"a":[1]}}""", json);
        Assert.Equal(1L, JsonSerializer.Deserialize<Dictionary<string, HookArguments>>("""{"x":{"a":1}}""")!["x"]["a"]);
    }
}
