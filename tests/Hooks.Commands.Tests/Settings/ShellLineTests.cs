using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Commands.Tests.Settings;

/// <summary>Command lines for agents that start a shell: nothing in a path is ever run.</summary>
public class ShellLineTests
{
    [Theory]
    [InlineData("/opt/guard", "/opt/guard")]
    [InlineData("", "''")]
    [InlineData("/My Files/guard", "'/My Files/guard'")]
    [InlineData("/a'b", "'/a'\\''b'")]
    [InlineData("~/guard", "'~/guard'")]
    [InlineData("$HOME/guard", "'$HOME/guard'")]
    [InlineData("$(id)", "'$(id)'")]
    [InlineData("${GEMINI_PROJECT_DIR}/.gemini/guard", "\"${GEMINI_PROJECT_DIR}\"/.gemini/guard")]
    [InlineData("$CURSOR_PROJECT_DIR/my guard", "\"$CURSOR_PROJECT_DIR\"'/my guard'")]
    [InlineData("$GEMINI_PROJECT_DIRECTORY/guard", "'$GEMINI_PROJECT_DIRECTORY/guard'")]
    public void A_word_is_quoted_where_it_must_be(string word, string quoted)
    {
        Assert.Equal(quoted, ShellLine.Quote(word));
        Assert.Equal([word], ShellLine.Split(quoted, out var isPlain));
        Assert.True(isPlain);
    }

    [Theory]
    [InlineData("guard --host codex || true", "guard --host codex")]
    [InlineData("guard>/dev/null", "guard")]
    [InlineData("guard; rm x", "guard")]
    [InlineData("guard \"$(id)\"", "guard $(id)")]
    [InlineData("guard 'open", "guard open")]
    public void A_line_that_does_more_is_seen(string line, string words)
    {
        Assert.Equal(words, string.Join(' ', ShellLine.Split(line, out var isPlain)));
        Assert.False(isPlain);
    }

    [Fact]
    public void Any_words_come_back() => Prop.ForAll(Words, words =>
    {
        Assert.Equal(words, ShellLine.Split(ShellLine.Join(words), out var isPlain));
        Assert.True(isPlain);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_shell_reads_the_same_words()
    {
        if (!File.Exists("/bin/sh"))
            return;
        string[] words = ["a b", "'", "\"", "$HOME", "`id`", "\\", "*", "~", "-n", "a\nb", "é", "!", "#", "%"];
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("printf '%s\\0' " + ShellLine.Join(words));
        using var shell = Process.Start(start)!;
        Assert.Equal(string.Concat(words.Select(word => word + '\0')), shell.StandardOutput.ReadToEnd());
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private static Arbitrary<string[]> Words => Gen.Elements<char>([.. "ab /\\'\"$`*~;&|<>(){}[]!#%é-=\t"]).ArrayOf().Select(chars => new string(chars))
        .ArrayOf().Select(words => words).ToArbitrary();
}
