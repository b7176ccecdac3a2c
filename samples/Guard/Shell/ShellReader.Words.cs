using System.Text;

namespace Guard.Shell;

// The pieces of words: quotes, and what the shell puts in.
internal sealed partial class ShellReader
{
    // Control characters, and those that make a text read in another direction than it runs.
    private static bool IsOdd(char character) =>
        char.IsControl(character) && character is not ('\t' or '\n') || character is ShellWord.Anything or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // Backslashes at the ends of lines go before signs are put together: & and & on the next line are &&.
    private bool IsBroken
    {
        get
        {
            var at = _at + 1;
            while (at + 1 < _text.Length && _text[at] == '\\' && _text[at + 1] == '\n')
                at += 2;
            return at > _at + 1 && at < _text.Length && _text[at] is ';' or '&' or '|' or '<' or '>' or '(' or ')' or '-' or '!';
        }
    }

    private void ReadWordPart(char character)
    {
        switch (character)
        {
            case '\'':
                ReadSingleQuoted();
                break;
            case '"':
                _word.AddQuoted("");
                _at++;
                ReadExpanded(toQuote: true);
                break;
            case '\\' when _at + 1 == _text.Length:
                Fail("it ends with a backslash");
                break;
            case '\\':
                if (Next != '\n')
                    _word.AddQuoted([Next]);
                _at += 2;
                break;
            case '$':
                ReadDollar(isQuoted: false);
                break;
            case '`':
                ReadBackticks();
                break;
            default:
                _word.AddPlain(character);
                _at++;
                break;
        }
    }

    private void ReadSingleQuoted()
    {
        var end = _text.IndexOf('\'', _at + 1);
        if (end < 0)
        {
            Fail("a quote is not closed");
            return;
        }

        _word.AddQuoted(_text.AsSpan(_at + 1, end - _at - 1));
        _at = end + 1;
    }

    /// <summary>Reads text in which the shell puts in values: to the closing quote, or of a here-document to the end.</summary>
    private void ReadExpanded(bool toQuote)
    {
        while (!_failed && _at < _text.Length)
        {
            switch (_text[_at])
            {
                case '"' when toQuote:
                    _at++;
                    return;
                case '\\' when Next is '$' or '`' or '\\' or '\n' || toQuote && Next == '"':
                    if (Next != '\n')
                        _word.AddQuoted([Next]);
                    _at += 2;
                    break;
                case '$':
                    ReadDollar(isQuoted: true);
                    break;
                case '`':
                    ReadBackticks();
                    break;
                default:
                    _word.AddQuoted([_text[_at]]);
                    _at++;
                    break;
            }
        }

        if (toQuote && !_failed)
            Fail("a quote is not closed");
    }

    private void ReadDollar(bool isQuoted)
    {
        switch (Next)
        {
            case '(' when _at + 2 < _text.Length && _text[_at + 2] == '(':
                SkipTo("))", from: _at + 3, "an expression is not closed", isExpression: true);
                break;
            case '(':
                ReadSubstitution(_at + 2);
                break;
            case '{':
                SkipTo("}", from: _at + 2, "a variable's name is not closed");
                break;
            case '\\' when _at + 2 < _text.Length && _text[_at + 2] == '\n':
                Fail("a variable is broken over two lines");
                break;
            case '\'' when !isQuoted:
                Fail("it has text in $'...', which may mean any character");
                break;
            case '"' when !isQuoted:
                _word.AddUnknown();
                _at++;
                break;
            case var next when char.IsAsciiLetterOrDigit(next) || next == '_':
                _at += 2;
                while (_at < _text.Length && !char.IsAsciiDigit(next) && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_'))
                    _at++;
                _word.AddUnknown();
                break;
            case '?' or '$' or '!' or '#' or '@' or '*' or '-':
                _at += 2;
                _word.AddUnknown();
                break;
            default:
                _word.AddQuoted("$");
                _at++;
                break;
        }
    }

    private void ReadSubstitution(int start)
    {
        var inner = new ShellReader(_text, start, new(_scope), _found) { _failed = true };
        _found.Nest(() =>
        {
            inner._failed = false;
            _at = inner.Read(end: ')');
        });
        _failed |= inner._failed;
        _word.AddUnknown();
    }

    // Values and expressions change nothing, unless they hold commands; where that cannot be told at a glance, it is not.
    private void SkipTo(string end, int from, string otherwise, bool isExpression = false)
    {
        var at = _text.IndexOf(end, from, StringComparison.Ordinal);
        if (at < 0)
            Fail(otherwise);
        else if (_text.AsSpan(from, at - from) is var inside && (inside.IndexOfAny("`'\"\\{\n") >= 0 || inside.IndexOf("$(") >= 0))
            Fail("it has a command or quotes within a variable or an expression");
        else if (isExpression ? !IsBalanced(inside) : inside is ['(', ..] || inside.IndexOf("<(") >= 0 || inside.IndexOf(">(") >= 0 || inside.EndsWith("@P"))
            Fail("it has a variable or an expression that may be a command");
        _word.AddUnknown();
        _at = at + end.Length;
    }

    // $((a) ; (b)) is two subshells.
    private static bool IsBalanced(ReadOnlySpan<char> expression)
    {
        var open = 0;
        foreach (var character in expression)
        {
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (open < 0)
                return false;
        }

        return open == 0;
    }

    private void ReadBackticks()
    {
        var script = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != '`'; _at++)
        {
            if (_text[_at] == '\\' && Next is '`' or '\\' or '$')
                _at++;
            script.Append(_text[_at]);
        }

        if (_at >= _text.Length)
        {
            Fail("a quote is not closed");
            return;
        }

        _at++;
        _word.AddUnknown();
        ReadAll(script.ToString(), new(_scope), _found);
    }

    /// <summary>Takes a word that the shell itself understands where a command begins; false if it is none, or may stand with the command.</summary>
    private bool TakeReserved(string text)
    {
        switch (text)
        {
            case "if" or "while" or "until" or "{":
                _blocks++;
                _loops += text is "while" or "until" ? 1 : 0;
                return true;
            case "for":
                _blocks++;
                _loops++;
                return false;
            case "!":
                _isNegated = true;
                return true;
            case "then" or "elif" or "else" or "do":
                return true;
            case "fi" or "done" or "}":
                if (--_blocks < 0)
                    Fail("a block is closed that was not opened");
                _loops -= text == "done" ? 1 : 0;
                _isClosed = _followsBlock = true;
                return true;
            case "[[":
                _isTest = true;
                return false;
            case "case" or "esac" or "select" or "function" or "coproc":
                Fail($"it has a '{text}'");
                return true;
            default:
                return false;
        }
    }
}
