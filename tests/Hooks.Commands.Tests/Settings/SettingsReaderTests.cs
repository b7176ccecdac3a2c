namespace Hooks.Commands.Tests.Settings;

/// <summary>What is read as settings, and where a mistake is said to be.</summary>
public class SettingsReaderTests
{
    [Theory]
    [InlineData("{", "f.json:1:2: the file ends before the '}' of '{' at 1:1")]
    [InlineData("{\n  \"a\": 1,\n  \"a\": 2\n}", "f.json:3:3: the key 'a' stands twice, first at 2:3; remove one")]
    [InlineData("{\"a\":{\"b\":1,\"\\u0062\":2}}", "f.json:1:13: the key 'b' stands twice, first at 1:7; remove one")]
    [InlineData("{\r\n\"a\": tru\r\n}", "f.json:2:6: expected a value, found 't'")]
    [InlineData("{\"a\": 1 \"b\": 2}", "f.json:1:9: expected ',' or '}', found '\"'")]
    [InlineData("{'a': 1}", "f.json:1:2: expected a key in double quotes, found '''")]
    [InlineData("{a: 1}", "f.json:1:2: expected a key in double quotes, found 'a'")]
    [InlineData("{\"a\" 1}", "f.json:1:6: expected ':', found '1'")]
    [InlineData("{\"a\": \"b\n\"}", "f.json:1:7: a text without its closing quote")]
    [InlineData("{\"a\": \"\t\"}", "f.json:1:8: a control character in a text; write it as \\u and four digits")]
    [InlineData("{\"a\": \"\\x\"}", "f.json:1:8: an unknown escape in a text; a backslash is written \\\\")]
    [InlineData("{\"a\": 01}", "f.json:1:8: expected ',' or '}', found '1'")]
    [InlineData("{\"a\": 1.}", "f.json:1:7: not a number")]
    [InlineData("{\"a\": -}", "f.json:1:7: not a number")]
    [InlineData("{\"a\": 1e+}", "f.json:1:7: not a number")]
    [InlineData("{} {}", "f.json:1:4: there is more behind the end of the settings")]
    [InlineData("{ /* a\n", "f.json:1:3: a comment without its end, */")]
    [InlineData("[1]", "f.json:1:1: settings must be an object; this is an array")]
    [InlineData("\uFEFF[1]", "f.json:1:1: settings must be an object; this is an array")]
    [InlineData("// only words\n", "f.json:2:1: the file ends where a value should be")]
    [InlineData("{,}", "f.json:1:2: expected a key in double quotes, found ','")]
    [InlineData("{\"a\":\u202E}", "f.json:1:6: expected a value, found '\\u202E'")]
    public void A_mistake_has_a_place(string text, string message) =>
        Assert.Equal(message, Assert.Throws<SettingsException>(() => SettingsText.Parse("f.json", text)).Message);

    [Fact]
    public void Nesting_has_an_end()
    {
        static string Nested(int levels) => $"{{\"a\":{new string('[', levels - 1)}{new string(']', levels - 1)}}}";
        Assert.Equal(SettingsKind.Object, SettingsText.Parse("f.json", Nested(64)).Root.Kind);
        Assert.Equal("f.json:1:69: nested deeper than 64 levels", Assert.Throws<SettingsException>(() => SettingsText.Parse("f.json", Nested(65))).Message);
        Assert.Throws<SettingsException>(() => SettingsText.Parse("f.json", Nested(100_000)));
    }

    [Theory]
    [InlineData("{\"a\": [1, 2,],}")]
    [InlineData("// x\n{ /* { */ \"a\" /**/ : // [\n 1 }\n// y")]
    [InlineData("\uFEFF{}")]
    [InlineData("{\"a\": -0.5e-3, \"b\": null, \"c\": true, \"d\": false, \"\": \"\\ud800\\u00e9\\/\\n\"}")]
    public void Comments_and_a_last_comma_are_read(string text) => Assert.Equal(text, SettingsText.Parse("f.json", text).Text);

    [Theory]
    [InlineData("", "{}\n")]
    [InlineData(" \r\n", "{}\r\n")]
    [InlineData("\uFEFF", "\uFEFF{}\n")]
    public void A_file_without_anything_has_no_settings(string text, string read) => Assert.Equal(read, SettingsText.Parse("f.json", text).Text);

    [Fact]
    public void Texts_lose_their_escapes()
    {
        var root = SettingsText.Parse("f.json", """{"a\u0062": "\"\\\/\b\f\n\r\t\u00e9"}""").Root;
        Assert.Equal("ab", root.Items[0].Name);
        Assert.Equal("\"\\/\b\f\n\r\té", root["ab"]!.AsText());
    }
}
