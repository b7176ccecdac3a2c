namespace Hooks.Commands.Tests.Settings;

/// <summary>Single edits: what is added looks like the rest, and what is taken out leaves no trace but comments.</summary>
public class SettingsEditingTests
{
    private static readonly SettingsValue New = new SettingsValue.Map([("x", SettingsValue.Of(1))]);

    [Theory]
    [InlineData("{}", "{\n  \"n\": {\n    \"x\": 1\n  }\n}")]
    [InlineData("{\n}", "{\n  \"n\": {\n    \"x\": 1\n  }\n}")]
    [InlineData("{\"a\":1}", "{\"a\":1,\"n\":{\"x\":1}}")]
    [InlineData("{ \"a\": 1 }", "{ \"a\": 1, \"n\": {\"x\": 1} }")]
    [InlineData("{\n\t\"a\": 1\n}\n", "{\n\t\"a\": 1,\n\t\"n\": {\n\t\t\"x\": 1\n\t}\n}\n")]
    [InlineData("{\r\n    \"a\": 1,\r\n}", "{\r\n    \"a\": 1,\r\n    \"n\": {\r\n        \"x\": 1\r\n    },\r\n}")]
    [InlineData("{\n  \"a\": 1 // one\n}", "{\n  \"a\": 1, // one\n  \"n\": {\n    \"x\": 1\n  }\n}")]
    [InlineData("{\n  \"a\": 1 /* , */\n  // end  \n}", "{\n  \"a\": 1, /* , */\n  // end  \n  \"n\": {\n    \"x\": 1\n  }\n}")]
    [InlineData("{ /* none */ }", "{ /* none */ \"n\": {\"x\": 1} }")]
    [InlineData("{\"a\":1 /**/}", "{\"a\":1, /**/\"n\":{\"x\":1}}")]
    [InlineData("{ // none\n}", "{ // none\n  \"n\": {\n    \"x\": 1\n  }\n}")]
    [InlineData("{ \"a\": 1 // one\n}", "{ \"a\": 1, // one\n  \"n\": {\n    \"x\": 1\n  }\n}")]
    [InlineData("\uFEFF{\"a\":1,}", "\uFEFF{\"a\":1,\"n\":{\"x\":1},}")]
    public void A_member_is_added_behind_the_others_and_taken_out_again(string text, string expected)
    {
        var settings = SettingsText.Parse("f.json", text);
        var added = settings.Add(settings.Root, "n", New);
        Assert.Equal(expected, added.Text);
        var removed = added.Remove(added.Root, added.Root.Items.Count - 1);
        Assert.Equal(text == "{\n}" ? "{}" : text, removed.Text);
    }

    [Theory]
    [InlineData("""{"a": [1, 2, 3]}""", 0, """{"a": [2, 3]}""")]
    [InlineData("""{"a": [1, 2, 3]}""", 1, """{"a": [1, 3]}""")]
    [InlineData("""{"a": [1, 2, 3]}""", 2, """{"a": [1, 2]}""")]
    [InlineData("""{"a": [1, 2, 3 , ]}""", 2, """{"a": [1, 2, ]}""")]
    [InlineData("""{"a": [ 1 ]}""", 0, """{"a": []}""")]
    [InlineData("""{"a": [ /* why */ 1 ]}""", 0, """{"a": [ /* why */ ]}""")]
    [InlineData("{\"a\": [\n  1, // one\n  2, // two\n  3 // three\n]}", 1, "{\"a\": [\n  1, // one\n  // two\n  3 // three\n]}")]
    [InlineData("{\"a\": [\n  1, // one\n  2, // two\n  3 // three\n]}", 2, "{\"a\": [\n  1, // one\n  2 // two\n   // three\n]}")]
    [InlineData("{\"a\": [ // why\n  1]}", 0, "{\"a\": [ // why\n  ]}")]
    [InlineData("{\"a\": [\r\n  1,\r\n  2\r\n]}", 1, "{\"a\": [\r\n  1\r\n]}")]
    [InlineData("{\"a\": [\r\n  1,\r\n  2\r\n]}", 0, "{\"a\": [\r\n  2\r\n]}")]
    [InlineData("{\"a\": [\n    1\n  , 2\n  , 3\n]}", 1, "{\"a\": [\n    1\n  , 3\n]}")]
    [InlineData("{\"a\": [\n    1\n  , 2\n]}", 1, "{\"a\": [\n    1\n]}")]
    [InlineData("{\"a\": [1 /* , */ , /* b */ 2]}", 0, "{\"a\": [/* , */  /* b */ 2]}")]
    [InlineData("{\"a\": [1 /* , */ , /* b */ 2]}", 1, "{\"a\": [1 /* , */  /* b */]}")]
    public void An_element_takes_its_comma_and_its_line_along(string text, int index, string expected)
    {
        var settings = SettingsText.Parse("f.json", text);
        Assert.Equal(expected, settings.Remove(settings.Root["a"]!, index).Text);
    }

    [Theory]
    [InlineData("{\"a\": 1 /* one */ }", "{\"a\": {\"x\": 1} /* one */ }")]
    [InlineData("{\n\t\"a\" : \"b\\u0063\",\n\t\"c\": 2\n}", "{\n\t\"a\" : {\n\t\t\"x\": 1\n\t},\n\t\"c\": 2\n}")]
    public void A_value_is_put_in_the_place_of_another(string text, string expected)
    {
        var settings = SettingsText.Parse("f.json", text);
        Assert.Equal(expected, settings.Set(settings.Root["a"]!, New).Text);
    }

    [Theory]
    [InlineData("10", true)]
    [InlineData("1e1", true)]
    [InlineData("10.0", true)]
    [InlineData("\"10\"", false)]
    [InlineData("11", false)]
    public void The_same_number_may_be_written_in_other_ways(string written, bool isSame) =>
        Assert.Equal(isSame, SettingsValue.Of(10).IsSameAs(SettingsText.Parse("f.json", $"{{\"a\":{written}}}").Root["a"]));

    [Fact]
    public void What_is_written_is_read_as_it_was_meant()
    {
        const string Text = "a\"b\\c\u0001\u2028</script>'é\U0001F600";
        var settings = SettingsText.Parse("f.json", "{}");
        var added = settings.Add(settings.Root, Text, SettingsValue.Of([Text, string.Empty]));
        Assert.Equal(Text, added.Root.Items[0].Name);
        Assert.Equal([Text, string.Empty], added.Root.Items[0].Value.Items.Select(item => item.Value.AsText()));
    }
}
