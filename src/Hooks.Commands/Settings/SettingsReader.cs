using System.Globalization;
using System.Text;

namespace Hooks.Commands;

/// <summary>
/// Reads JSON as settings files have it (RFC 8259, with <c>//</c> and <c>/* */</c> comments and a comma behind the last
/// item) and keeps where everything stands. Refuses what hosts read differently: a key that stands twice, deep nesting.
/// </summary>
internal ref struct SettingsReader
{
    /// <summary>As deep as System.Text.Json reads by default.</summary>
    public const int MaxDepth = 64;

    private readonly HashSet<int> _lineCommentEnds = [];
    private readonly string _file;
    private readonly string _text;
    private int _at;
    private int _depth;
    private int _triviaStart;
    private int _commentEnd;

    private SettingsReader(string file, string text)
    {
        _file = file;
        _text = text;
        _at = text.StartsWith('\uFEFF') ? 1 : 0;
    }

    /// <summary>The one value of the text.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="text">The text.</param>
    /// <param name="lineCommentEnds">Where comments end with their line.</param>
    /// <exception cref="SettingsException">The text is no such JSON.</exception>
    public static SettingsNode Read(string file, string text, out IReadOnlySet<int> lineCommentEnds)
    {
        var reader = new SettingsReader(file, text);
        reader.SkipTrivia();
        var root = reader.ReadValue();
        reader.SkipTrivia();
        if (reader._at < text.Length)
            throw reader.Error(reader._at, "there is more behind the end of the settings");
        lineCommentEnds = reader._lineCommentEnds;
        return root;
    }

    private SettingsNode ReadValue()
    {
        if (_at == _text.Length)
            throw Error(_at, "the file ends where a value should be");
        switch (_text[_at])
        {
            case '{' or '[':
                return ReadItems();
            case '"':
                var start = _at;
                var text = ReadText();
                return new(SettingsKind.Text, start, _at, text, []);
            case 't':
                return ReadWord("true", SettingsKind.True);
            case 'f':
                return ReadWord("false", SettingsKind.False);
            case 'n':
                return ReadWord("null", SettingsKind.Null);
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                throw Error(_at, $"expected a value, found {Found()}");
        }
    }

    private SettingsNode ReadItems()
    {
        var start = _at++;
        var isObject = _text[start] == '{';
        var close = isObject ? '}' : ']';
        if (++_depth > MaxDepth)
            throw Error(start, $"nested deeper than {MaxDepth.ToString(CultureInfo.InvariantCulture)} levels");
        var items = new List<SettingsItem>();
        var places = isObject ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        SkipTrivia();
        while (!Takes(close))
        {
            if (_at == _text.Length)
                throw Unclosed(start, close);
            var itemStart = _at;
            var name = isObject ? ReadName(places!) : null;
            var value = ReadValue();
            SkipTrivia();
            var comma = _at;
            if (Takes(','))
                SkipTrivia();
            else if (_at < _text.Length && _text[_at] == close)
                comma = -1;
            else
                throw _at == _text.Length ? Unclosed(start, close) : Error(_at, $"expected ',' or '{close}', found {Found()}");
            items.Add(new(name, itemStart, value, comma));
        }

        _depth--;
        return new(isObject ? SettingsKind.Object : SettingsKind.Array, start, _at, null, items) { ContentEnd = Math.Max(_triviaStart, _commentEnd) };
    }

    private string ReadName(Dictionary<string, int> places)
    {
        var start = _at;
        if (_text[_at] != '"')
            throw Error(_at, $"expected a key in double quotes, found {Found()}");
        var name = ReadText();
        if (!places.TryAdd(name, start))
            throw Error(start, $"the key '{VisibleText.Escape(name)}' stands twice, first at {SettingsPosition.Of(_text, places[name])}; remove one");
        SkipTrivia();
        if (!Takes(':'))
            throw Error(_at, _at == _text.Length ? "the file ends behind a key" : $"expected ':', found {Found()}");
        SkipTrivia();
        return name;
    }

    private string ReadText()
    {
        var start = _at++;
        var text = new StringBuilder();
        while (true)
        {
            if (_at == _text.Length || _text[_at] is '\n' or '\r')
                throw Error(start, "a text without its closing quote");
            var c = _text[_at++];
            if (c == '"')
                return text.ToString();
            if (c < ' ')
                throw Error(_at - 1, "a control character in a text; write it as \\u and four digits");
            text.Append(c == '\\' ? ReadEscape() : c);
        }
    }

    private char ReadEscape()
    {
        var start = _at - 1;
        var c = _at < _text.Length ? _text[_at++] : ' ';
        if (c == 'u' && _at + 4 <= _text.Length
            && ushort.TryParse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            _at += 4;
            return (char)unit;
        }

        return c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error(start, "an unknown escape in a text; a backslash is written \\\\"),
        };
    }

    private SettingsNode ReadNumber()
    {
        var start = _at;
        _ = Takes('-');
        if (!Takes('0') && !TakeDigits())
            throw Error(start, "not a number");
        var isNumber = !Takes('.') || TakeDigits();
        if (Takes('e') || Takes('E'))
        {
            _ = Takes('+') || Takes('-');
            isNumber &= TakeDigits();
        }

        if (!isNumber)
            throw Error(start, "not a number");
        return new(SettingsKind.Number, start, _at, _text[start.._at], []);
    }

    private SettingsNode ReadWord(string word, SettingsKind kind)
    {
        if (!_text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal))
            throw Error(_at, $"expected a value, found {Found()}");
        var start = _at;
        _at += word.Length;
        return new(kind, start, _at, null, []);
    }

    private bool TakeDigits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            _at++;
        return _at > start;
    }

    private bool Takes(char c)
    {
        if (_at == _text.Length || _text[_at] != c)
            return false;
        _at++;
        return true;
    }

    private void SkipTrivia()
    {
        _triviaStart = _at;
        while (_at < _text.Length)
        {
            var rest = _text.AsSpan(_at);
            if (SettingsText.IsWhitespace(rest[0]))
            {
                _at++;
            }
            else if (rest.StartsWith("//", StringComparison.Ordinal))
            {
                var length = rest.IndexOfAny('\n', '\r');
                _commentEnd = _at = length < 0 ? _text.Length : _at + length;
                _lineCommentEnds.Add(_at);
            }
            else if (rest.StartsWith("/*", StringComparison.Ordinal))
            {
                var length = rest[2..].IndexOf("*/", StringComparison.Ordinal);
                if (length < 0)
                    throw Error(_at, "a comment without its end, */");
                _commentEnd = _at += length + 4;
            }
            else
            {
                return;
            }
        }
    }

    private readonly SettingsException Unclosed(int start, char close) =>
        Error(_at, $"the file ends before the '{close}' of '{_text[start]}' at {SettingsPosition.Of(_text, start)}");

    private readonly string Found() => $"'{VisibleText.Escape(_text.Substring(_at, char.IsSurrogatePair(_text, _at) ? 2 : 1))}'";

    private readonly SettingsException Error(int at, string message) => new(_file, SettingsPosition.Of(_text, at), message);
}
