using Guard.Shell;

namespace Hooks.Guard.Tests.Shell;

public class ShellReaderTests
{
    // One line a command: its words between bars, '?' before one that only the shell knows.
    [Theory]
    [InlineData("a b  c", "a|b|c")]
    [InlineData("a 'b  c' \"d e\" f\\ g", "a|b  c|d e|f g")]
    [InlineData("a''b\"\"c ''", "abc|")]
    [InlineData("a\"b\\\"c\\$d\\e\"", "ab\"c$d\\e")]
    [InlineData("a;b&&c||d|e&f\ng", "a/b/c/d/e/f/g")]
    [InlineData("X=1 Y='2 3' a Z=4", "a|Z=4")]
    [InlineData("'X'=1 a", "X=1|a")]
    [InlineData("a >b 2>c <d e", "a|e")]
    [InlineData("a2>b 3 >c", "a2|3")]
    [InlineData("a $X \"$X y\" z", "a|?|? y|z")]
    [InlineData("a $(b c) d", "b|c/a|?|d")]
    [InlineData("a \"$(b \"c d\")\"", "b|c d/a|?")]
    [InlineData("a `b \\`c\\``", "c/b|?/a|?")]
    [InlineData("(a; (b)) && c", "a/b/c")]
    [InlineData("{ a; b; }", "a/b")]
    [InlineData("if a; then b; else c; fi", "a/b/c")]
    [InlineData("! a", "a")]
    [InlineData("echo if then", "echo|if|then")]
    [InlineData("\"if\" a", "if|a")]
    [InlineData("a # b", "a")]
    [InlineData("a#b", "a#b")]
    [InlineData("a \\\n b", "a|b")]
    [InlineData("a<<E b\nx y\nE\nc", "a|b/c")]
    [InlineData("a <<-'E'\n\t$x\n\tE\nb", "a/b")]
    [InlineData("a <<A <<B\n1\nA\n2\nB\nc", "a/c")]
    [InlineData("[[ a < b && c ]] && d", "[[|a|b/c|]]/d")]
    [InlineData("a $ b", "a|$|b")]
    [InlineData("", "")]
    [InlineData("  \n ; \n", "")]
    public void A_script_is_its_commands(string script, string expected)
    {
        var read = ShellScript.Read(script);
        Assert.Null(read.Unclear);
        Assert.Equal(expected, string.Join('/', read.Commands.Select(command => string.Join('|', command.Words.Select(word => (word.IsKnown ? "" : "?") + word.Text)))));
    }

    [Fact]
    public void A_pipe_joins_across_lines_and_blocks()
    {
        var read = ShellScript.Read("a |\n# c\n b | (c; d) | e");
        Assert.Equal(["a", "b", "b", "d"], new[] { 1, 2, 3, 4 }.Select(at => read.Commands[at].Source?.Name ?? "b"));
    }

    [Fact]
    public void Here_documents_go_to_their_commands()
    {
        var read = ShellScript.Read("a <<X | b <<'Y'\n1 $z\nX\n2 $z\nY");
        Assert.Equal((false, "2 $z\n", true), (read.Commands[0].Input!.IsKnown, read.Commands[1].Input!.Text, read.Commands[1].Input!.IsLiteral));
    }
}
