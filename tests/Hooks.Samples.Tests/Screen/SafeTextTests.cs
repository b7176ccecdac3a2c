using Samples.Screen;

namespace Hooks.Samples.Tests.Screen;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("grüße 漢字 🙂", "grüße 漢字 🙂")]
    [InlineData("a\nb\r\tc", @"a\nb\r\tc")]
    [InlineData("\u001b[31m\u007f\u009b", @"\x1b[31m\x7f\x9b")]
    [InlineData("\u202e\u2066\u200b\u2028", @"\u{202e}\u{2066}\u{200b}\u{2028}")]
    public void What_controls_a_terminal_becomes_visible(string text, string expected) => Assert.Equal(expected, SafeText.Of(text));

    [Theory]
    [InlineData("12345", 5, "12345")]
    [InlineData("123456", 5, "12...")]
    [InlineData("1🙂3456", 5, "1...")]
    [InlineData("\u001b\u001b\u001b", 7, @"\x1b...")]
    public void Long_text_is_cut_and_says_so(string text, int length, string expected) => Assert.Equal(expected, SafeText.Fit(text, length));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("a\ufffdb", SafeText.Of("a\ud83db"));
}
