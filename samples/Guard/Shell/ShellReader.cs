using System.Text;

namespace Guard.Shell;

/// <summary>
/// Reads a script as a POSIX shell does: words and quotes, operators, redirections, assignments, subshells, substitutions and
/// here-documents. What it does not know it says, and reads no further.
/// </summary>
/// <remarks>
/// It runs nothing and looks nothing up: variables, aliases and functions are unknown to it. Grammar: POSIX.1-2024, XCU 2.2 to 2.10.
/// </remarks>
internal sealed partial class ShellReader
{
    private readonly string _text;
    private readonly ScriptBuilder _found;
    private readonly WordReader _word = new();
    private readonly List<ShellWord> _words = [];
    private readonly List<ShellAssignment> _assignments = [];
    private readonly List<ShellRedirection> _redirections = [];
    private readonly Stack<ShellScope> _outer = new();
    private readonly Queue<HereDocument> _hereDocuments = new();
    private readonly List<ShellCommand> _read = [];
    private readonly List<ShellCommand> _list = [];
    private readonly bool _isConditional;
    private readonly bool _isRepeated;
    private ShellScope _scope;
    private ShellWord? _input;
    private ShellCommand? _last;
    private HereDocument? _openInput;
    private Joint _joint;
    private Expected _expected;
    private bool _isClosed;
    private bool _followsBlock;
    private bool _isNegated;
    private bool _isSplit;
    private bool _isListSplit;
    private int _blocks;
    private int _loops;
    private bool _isRedirected;
    private int _at;
    private bool _isTest;
    private bool _failed;

    private ShellReader(string text, int at, ShellScope scope, ScriptBuilder found, bool isConditional = false, bool isRepeated = false)
    {
        (_text, _at, _scope, _found, _isConditional, _isRepeated) = (text, at, scope, found, isConditional, isRepeated);
    }

    /// <summary>What the next word is, if it is no argument.</summary>
    private enum Expected
    {
        Word,
        WrittenFile,
        ReadFile,
        Duplicate,
        HereText,
        HereDelimiter,
        TrimmedHereDelimiter,
    }

    /// <summary>Reads a whole script.</summary>
    /// <param name="text">The script.</param>
    /// <param name="scope">Where it runs.</param>
    /// <param name="found">Takes what it holds.</param>
    /// <param name="isConditional">Whether it may not run at all.</param>
    /// <param name="isRepeated">Whether it may run more than once.</param>
    public static void ReadAll(string text, ShellScope scope, ScriptBuilder found, bool isConditional = false, bool isRepeated = false)
    {
        if (text.Any(IsOdd))
            found.Fail("it has characters that no command needs");
        else
            found.Nest(() => new ShellReader(text, 0, scope, found, isConditional, isRepeated).Read(end: '\0'));
    }

    /// <returns>Where the script ended: behind its closing parenthesis, or at the end of the text.</returns>
    private int Read(char end)
    {
        while (!_failed && _at < _text.Length)
        {
            var character = _text[_at];
            if (character == ')' && end == ')' && _outer.Count == 0)
            {
                Finish();
                return _at + 1;
            }

            ReadOne(character);
        }

        if (end != '\0' && !_failed)
            Fail("a parenthesis is not closed");
        Finish();
        return _at;
    }

    private void ReadOne(char character)
    {
        switch (character)
        {
            case ';' or '&' or '|' or '<' or '>' or '(' or ')' when Next == '\\' && IsBroken:
                Fail("a sign is broken over two lines");
                break;
            case ';' or '&' or '|' or '(' or ')' or '<' or '>' or '\n' when _isTest:
                ReadTestSign(character);
                break;
            case '#' when _isTest && !_word.HasBegun:
                Fail("it has a '#' in a test");
                break;
            case ' ' or '\t':
                EndWord();
                _at++;
                break;
            case '#' when !_word.HasBegun:
                _at = EndOfLine(_at);
                break;
            case '\n':
                EndCommand(Joint.After);
                _at++;
                ReadHereDocuments();
                break;
            case ';' when Next == ';':
                Fail("it has a ';;'");
                break;
            case ';':
                EndCommand(Joint.After);
                _at++;
                break;
            case '&':
                ReadAmpersand();
                break;
            case '|':
                EndCommand(Next == '|' ? Joint.Or : Joint.Pipe);
                _at += Next is '|' or '&' ? 2 : 1;
                break;
            case '(' or ')':
                ReadParenthesis(character);
                break;
            case '<' or '>':
                ReadRedirection(character);
                break;
            default:
                ReadWordPart(character);
                break;
        }
    }

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private void ReadAmpersand()
    {
        if (Next == '>')
        {
            EndWord();
            Expect(Expected.WrittenFile);
            _isSplit = _isListSplit = true;
            _at += _at + 2 < _text.Length && _text[_at + 2] == '>' ? 3 : 2;
        }
        else if (Next == '&')
        {
            EndCommand(Joint.And);
            _at += 2;
        }
        else
        {
            EndCommand(Joint.After, isInBackground: true);
            _at++;
        }
    }

    private void ReadParenthesis(char character)
    {
        if (character == '(' && (_word.HasBegun || _words.Count > 0 || _assignments.Count > 0 || _isClosed || Next == '('))
        {
            Fail("it has a parenthesis where no command begins");
        }
        else if (character == '(')
        {
            _outer.Push(_scope);
            _scope = new(_scope) { Joint = _joint };
        }
        else if (_outer.Count == 0)
        {
            Fail("a parenthesis is closed that was not opened");
        }
        else
        {
            EndCommand(Joint.After);
            _scope = _outer.Pop();
            _isClosed = true;
        }

        _at++;
    }

    private void ReadRedirection(char character)
    {
        // The number in 2>file belongs to the sign.
        if (_word.IsNumber)
            _word.End();
        else
            EndWord();
        (var expected, var length) = character == '<' ? ReadingSign(_text.AsSpan(_at + 1)) : WritingSign(_text.AsSpan(_at + 1));
        if (length == 0)
        {
            ReadSubstitution(_at + 2);
            return;
        }

        Expect(expected);
        _at += length;
    }

    // What follows a sign, and how long it is; 0 where a parenthesis makes it something else.
    private static (Expected Expected, int Length) ReadingSign(ReadOnlySpan<char> rest) => rest switch
    {
        ['(', ..] => (Expected.Word, 0),
        ['<', '<', ..] => (Expected.HereText, 3),
        ['<', '-', ..] => (Expected.TrimmedHereDelimiter, 3),
        ['<', ..] => (Expected.HereDelimiter, 2),
        ['>', ..] => (Expected.WrittenFile, 2),
        ['&', ..] => (Expected.Duplicate, 2),
        _ => (Expected.ReadFile, 1),
    };

    private static (Expected Expected, int Length) WritingSign(ReadOnlySpan<char> rest) => rest switch
    {
        ['(', ..] => (Expected.Word, 0),
        ['&', ..] => (Expected.Duplicate, 2),
        ['>' or '|', ..] => (Expected.WrittenFile, 2),
        _ => (Expected.WrittenFile, 1),
    };

    private void Expect(Expected expected)
    {
        _isRedirected = true;
        if (_expected != Expected.Word)
            Fail("a redirection names no file");
        _expected = expected;
    }

    private void EndWord()
    {
        if (!_word.HasBegun || _failed)
            return;
        var expected = _expected;
        _expected = Expected.Word;
        switch (expected)
        {
            case Expected.WrittenFile when _word.IsBang:
                Fail("it has a '>!', which means more in some shells than in others");
                break;
            case Expected.WrittenFile or Expected.ReadFile:
                _redirections.Add(new(expected == Expected.WrittenFile, _word.End()));
                break;
            case Expected.Duplicate:
                // >&2 is another name for an open file, >&name a file.
                if (_word.End() is var target && !(target.IsLiteral && target.Text.TrimEnd('-').All(char.IsAsciiDigit)))
                    _redirections.Add(new(true, target));
                break;
            case Expected.HereText:
                _input = _word.End();
                break;
            case Expected.HereDelimiter or Expected.TrimmedHereDelimiter:
                AddHereDocument(expected == Expected.TrimmedHereDelimiter);
                break;
            default:
                AddWord();
                break;
        }
    }

    private void AddWord()
    {
        if (_words.Count == 0 && _word.AssignedName is { } name)
        {
            _assignments.Add(new(name, _word.EndAssignment()));
            return;
        }

        var isPlain = _word.IsPlain;
        var word = _word.End();
        if (_isClosed)
            Fail("a word stands behind the end of a block");
        else if (_isTest && isPlain && word.Text == "]]")
            EndTest();
        else if (isPlain && word.Text == "do" && _words is [{ Text: "for" }, _])
            Fail("it has a 'for' without a list");

        // Behind a redirection no word is the shell's own.
        if (_words.Count == 0 && _assignments.Count == 0 && !_isRedirected && isPlain && TakeReserved(word.Text))
            return;
        _words.Add(word);
    }

    private void EndCommand(Joint next, bool isInBackground = false)
    {
        EndWord();
        _isRedirected = false;
        if (_failed)
            return;
        if (_expected != Expected.Word)
        {
            Fail("a redirection names no file");
            return;
        }

        if (_words.Count > 0 || _assignments.Count > 0 || _redirections.Count > 0)
            AddCommand();
        else if (next == Joint.After && !_isClosed)
            return;
        if (next == Joint.Pipe && _last is not null)
            _last.RunsApart = true;
        if (next == Joint.After)
            EndList(isInBackground);
        _joint = next;
        _isClosed = false;
    }

    // All that && and || have joined goes to the background, not the last command alone.
    private void EndList(bool isInBackground)
    {
        foreach (var command in _list)
            command.IsConditional |= isInBackground || _isListSplit;
        if (_blocks > 0 || _outer.Count > 0)
            return;
        _list.Clear();
        _isListSplit = false;
    }

    private void AddCommand()
    {
        var command = new ShellCommand([.. _words], _scope)
        {
            Assignments = [.. _assignments],
            Redirections = [.. _redirections],
            Joint = _joint,
            IsConditional = _isConditional || _blocks > 0,
            IsRepeated = _isRepeated || _loops > 0,
            Source = _joint == Joint.Pipe ? _last ?? new([ShellWord.Unknown], _scope) : null,
            Input = _input,
            FollowsBlock = _followsBlock,
            RunsApart = _joint == Joint.Pipe || _isNegated,
        };
        _isNegated = false;
        _followsBlock &= _isClosed;
        _words.Clear();
        _assignments.Clear();
        _redirections.Clear();
        _input = null;
        _last = command;
        _list.Add(command);
        if (_openInput is not null)
            _openInput.Reader = command;
        _openInput = null;
        _read.Add(command);

        // To sh, a &> b is a in the background, and then an empty command.
        if (_isSplit)
            _read.Add(new([], _scope) { Redirections = command.Redirections, IsConditional = true });
        _isSplit = false;
        if (_hereDocuments.Count == 0)
            HandOver();
    }

    // What a command reads has to be known before it is looked at.
    private void HandOver()
    {
        foreach (var command in _read)
            _found.Add(command);
        _read.Clear();
    }

    private void Finish()
    {
        EndCommand(Joint.After);
        HandOver();
        if (!_failed && _hereDocuments.Count > 0)
            Fail("a here-document has no text");
        if (!_failed && (_isTest || _outer.Count > 0 || _blocks != 0))
            Fail("a block is not closed");
    }

    private int EndOfLine(int at) => _text.IndexOf('\n', at) is var end and >= 0 ? end : _text.Length;

    private void Fail(string unclear)
    {
        _failed = true;
        _found.Fail(unclear);
    }
}
