using FsCheck;
using FsCheck.Fluent;
using Guard.Shell;

namespace Hooks.Guard.Tests.Shell;

/// <summary>What holds for any text.</summary>
public class ShellProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    private static readonly Arbitrary<string[]> Words = Gen.Elements("a", "rm", "-rf", " ", "\n", "\t", "'", "\"", "\\", "$", "`", "(", ")", "{", "}", "<", ">", "|", "&", ";", "#", "*", "?", "[", "~", "=", "!", "é", "😀", "if", "EOF")
        .ArrayOf().Select(string.Concat).NonEmptyListOf().Select(words => words.ToArray()).ToArbitrary();

    // Pieces of shell, so that most texts get somewhere before they break.
    private static readonly Arbitrary<string> Scripts = Gen.Elements("a", "rm -rf x", "git push -f", " ", "\n", ";", "&&", "||", "|", "&", "(", ")", "$(", "`", "'", "\"", "\\", "$", "${x}", "$((1))", "<<E\n", "E\n", "<", ">", "2>", "{ ", " }", "if ", "then ", "fi", "do ", "done", "[[ ", " ]]", "#", "*", "~", "X=", "eval ", "bash -c ", "xargs ", "find . -exec ", ";;", "\0", "\uFFFF")
        .ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Quoting_words_and_reading_them_gives_them_back() => Prop.ForAll(Words, words =>
    {
        foreach (var quote in new Func<string, string>[] { Single, Double, Backslash })
        {
            var read = ShellScript.Read("echo " + string.Join(' ', words.Select(quote)));
            Assert.Null(read.Unclear);
            var command = Assert.Single(read.Commands);
            Assert.Equal(["echo", .. words], command.Words.Select(word => word.Text));
            Assert.All(command.Words, word => Assert.True(word.IsLiteral));
        }
    }).Check(Thorough);

    [Fact]
    public void No_text_is_too_much_for_it() => Prop.ForAll(Scripts, text =>
    {
        var read = ShellScript.Read(text);
        PowerShellReader.Read(text);
        if (read.Unclear is null)
            Assert.DoesNotContain('\0', text);
    }).Check(Thorough);

    [Fact]
    public void What_stands_before_a_command_hides_it_from_nobody() => Prop.ForAll(Scripts, text =>
    {
        var read = ShellScript.Read(text + "\ngit push -f\n");
        Assert.True(read.Unclear is not null || read.Commands.Any(command => command.Name == "git") || IsText(text), text);
    }).Check(Thorough);

    // The line is no command behind a comment sign, in quotes that happen to close, or in a here-document that happens to end.
    private static bool IsText(string text) => text.AsSpan().IndexOfAny("'\"`<\\") >= 0 || text.Contains("[[", StringComparison.Ordinal);

    private static string Single(string word) => "'" + word.Replace("'", @"'\''", StringComparison.Ordinal) + "'";

    private static string Double(string word) => "\"" + string.Concat(word.Select(character => character is '"' or '\\' or '$' or '`' ? $"\\{character}" : character.ToString())) + "\"";

    private static string Backslash(string word) => word.Length == 0 || word.Contains('\n') ? Single(word) : string.Concat(word.Select(character => $"\\{character}"));
}
