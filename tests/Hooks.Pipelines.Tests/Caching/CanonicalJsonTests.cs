namespace Hooks.Pipelines.Tests.Caching;

/// <summary>RFC 8785: its own examples, and what an agent can write in several ways.</summary>
public sealed class CanonicalJsonTests
{
    [Fact]
    public void The_example_of_the_RFC_comes_out_as_the_RFC_has_it()
    {
        // Section 3.2.2, but for the number that a double cannot hold; that one has a test of its own.
        const string Example = """
            {
              "numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;

        Assert.Equal(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
            Canonical(Example));
    }

    [Fact]
    public void Names_are_sorted_by_UTF_16_code_units()
    {
        // Section 3.2.3: the emoji's first surrogate comes before the Hebrew presentation form.
        const string Example = """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""";

        Assert.Equal(
            ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"],
            HookArguments.Parse(Canonical(Example)).Values);
    }

    // Appendix B, and the borders between the layouts.
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("-5e-324", "-5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("-9007199254740992", "-9007199254740992")]
    [InlineData("295147905179352830000", "295147905179352830000")]
    [InlineData("9.999999999999997e22", "9.999999999999997e+22")]
    [InlineData("1e23", "1e+23")]
    [InlineData("1.0000000000000001e23", "1.0000000000000001e+23")]
    [InlineData("999999999999999700000", "999999999999999700000")]
    [InlineData("999999999999999900000", "999999999999999900000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("9.999999999999997e-7", "9.999999999999997e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("333333333.3333332", "333333333.3333332")]
    [InlineData("1424953923781206.2", "1424953923781206.2")]
    [InlineData("123456.789", "123456.789")]
    [InlineData("0.1", "0.1")]
    [InlineData("1", "1")]
    [InlineData("1.0", "1")]
    [InlineData("1e0", "1")]
    [InlineData("10e-1", "1")]
    [InlineData("100E+2", "10000")]
    [InlineData("-12.50", "-12.5")]
    public void Numbers_are_written_as_ECMAScript_does(string written, string canonical) =>
        Assert.Equal($$"""{"n":{{canonical}}}""", Canonical($$"""{"n":{{written}}}"""));

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("333333333.33333329")]
    [InlineData("1e-400")]
    [InlineData("79228162514264337593543950335")]
    public void Digits_that_a_double_would_lose_are_kept(string written)
    {
        var canonical = Canonical($$"""{"n":{{written}}}""");

        Assert.True(HookArguments.Parse(canonical).DeepEquals(HookArguments.Parse($$"""{"n":{{written}}}""")));
    }

    [Fact]
    public void A_number_is_the_same_from_whatever_type_it_comes() =>
        Assert.Single(new object[] { 3, 3L, (byte)3, 3.0, 3f, 3m, 3.00m }.Select(number => CanonicalJson.Of(new() { ["n"] = number })).Distinct());

    [Theory]
    [InlineData("\\b\\t\\n\\f\\r", "\\b\\t\\n\\f\\r")]
    [InlineData("\\u0008\\u0009\\u000a\\u000c\\u000d", "\\b\\t\\n\\f\\r")]
    [InlineData("\\u0000\\u001F", "\\u0000\\u001f")]
    [InlineData("\\u0041\\/\\u2028", "A/\u2028")]
    [InlineData("\\ud83d\\ude00", "\U0001F600")]
    [InlineData("<&'+\\u007f", "<&'+\u007f")]
    public void Escapes_are_the_few_that_are_needed(string written, string canonical) =>
        Assert.Equal($$"""{"s":"{{canonical}}"}""", Canonical($$"""{"s":"{{written}}"}"""));

    [Fact]
    public void Names_are_escaped_as_values_are() => Assert.Equal("{\"\\\"\\n\":1}", Canonical("{\"\\u0022\\u000a\":1}"));

    [Fact]
    public void Arguments_as_deep_as_they_may_be_are_written()
    {
        var deepest = HookArguments.Parse(Nested(HookArguments.MaxDepth));

        Assert.Equal(deepest.ToJson(), CanonicalJson.Of(deepest));
    }

    [Fact]
    public void What_is_deeper_or_says_a_name_twice_never_becomes_arguments()
    {
        Assert.Contains("64", Assert.Throws<System.Text.Json.JsonException>(() => HookArguments.Parse(Nested(HookArguments.MaxDepth + 1))).Message);
        Assert.Contains("a", Assert.Throws<System.Text.Json.JsonException>(() => HookArguments.Parse("""{"a":1,"\u0061":2}""")).Message);
    }

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels - 1)) + "{}" + new string('}', levels - 1);

    private static string Canonical(string json) => CanonicalJson.Of(HookArguments.Parse(json));
}
