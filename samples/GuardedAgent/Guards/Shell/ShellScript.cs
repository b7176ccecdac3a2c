using System.Text;

namespace GuardedAgent.Guards.Shell;

/// <summary>Takes a shell script apart into its commands, as far as text alone can tell.</summary>
/// <remarks>
/// A guard on text stops mistakes and lazy attacks; it is not a sandbox. What it cannot read it reports as such
/// (<see cref="ShellWord.IsLiteral"/>), so that guards can deny it.
/// </remarks>
internal sealed class ShellScript
{
    private const int MaxNesting = 8;

    private readonly List<ShellCommand> _commands = [];
    private readonly List<ShellWord> _words = [];
    private readonly StringBuilder _word = new();
    private readonly List<string> _substitutions = [];
    private bool _hasWord;
    private bool _isLiteral = true;
    private bool _isRedirected;

    /// <summary>The commands in order, those in substitutions and inner shells behind the command that holds them.</summary>
    public static IReadOnlyList<ShellCommand> Parse(string script) => Parse(script, 0);

    private static List<ShellCommand> Parse(string script, int nesting)
    {
        var reader = new ShellScript();
        reader.Read(script);
        if (nesting == MaxNesting)
            return reader._commands;
        var inner = reader._substitutions.Concat(reader._commands.Select(command => command.InnerScript).OfType<string>());
        return [.. reader._commands, .. inner.ToList().SelectMany(text => Parse(text, nesting + 1))];
    }

    private void Read(string script)
    {
        for (var at = 0; at < script.Length; at++)
        {
            switch (script[at])
            {
                case '\'':
                    at = ReadSingleQuoted(script, at + 1);
                    break;
                case '"':
                    at = ReadDoubleQuoted(script, at + 1);
                    break;
                case '\\' when at + 1 < script.Length:
                    if (script[++at] != '\n')
                        Append(script[at]);
                    break;
                case '#' when !_hasWord:
                    while (at + 1 < script.Length && script[at + 1] != '\n')
                        at++;
                    break;
                case ' ' or '\t':
                    EndWord();
                    break;
                case ';' or '&' or '|' or '\n' or '\r' or '(' or ')' or '`':
                    _isLiteral &= script[at] is not ('(' or '`');
                    EndCommand();
                    break;
                case '<' or '>':
                    EndWordBeforeRedirection();
                    at += at + 1 < script.Length && script[at + 1] == '&' ? 1 : 0;
                    break;
                default:
                    _isLiteral &= script[at] is not ('$' or '{') && (script[at] != '~' || _hasWord);
                    Append(script[at]);
                    break;
            }
        }

        EndCommand();
    }

    private int ReadSingleQuoted(string script, int at)
    {
        _hasWord = true;
        var end = script.IndexOf('\'', at);
        end = end < 0 ? script.Length : end;
        _word.Append(script, at, end - at);
        return end;
    }

    private int ReadDoubleQuoted(string script, int at)
    {
        _hasWord = true;
        var start = at;
        for (; at < script.Length && script[at] != '"'; at++)
        {
            _isLiteral &= script[at] is not ('$' or '`');
            if (script[at] == '\\' && at + 1 < script.Length)
                at++;
            _word.Append(script[at]);
        }

        var text = script[start..Math.Min(at, script.Length)];
        if (text.Contains("$(", StringComparison.Ordinal) || text.Contains('`'))
            _substitutions.Add(text);
        return at;
    }

    private void Append(char character)
    {
        _hasWord = true;
        _word.Append(character);
    }

    private void EndWord()
    {
        if (_hasWord && !_isRedirected)
            _words.Add(new(_word.ToString(), _isLiteral));
        _isRedirected &= !_hasWord;
        _word.Clear();
        _hasWord = false;
        _isLiteral = true;
    }

    // Neither the number in `2>file` nor the file is an argument of the command.
    private void EndWordBeforeRedirection()
    {
        _isRedirected |= _hasWord && _word.ToString().All(char.IsAsciiDigit);
        EndWord();
        _isRedirected = true;
    }

    private void EndCommand()
    {
        EndWord();
        _isRedirected = false;
        if (ShellCommand.Create(_words) is { } command)
            _commands.Add(command);
        _words.Clear();
    }
}
