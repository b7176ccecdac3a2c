using System.Text;

namespace Guard.Shell;

/// <summary>Puts one word together from its pieces.</summary>
internal sealed class WordReader
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _shape = new();
    private bool _isKnown = true;
    private bool _isPattern;
    private bool _isHome;
    private bool _isQuoted;
    private int _equals = -1;
    private int _bracket = -1;
    private int _braces;
    private int _firstBrace = -1;

    /// <summary>Whether a word has begun; an empty one in quotes has.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether it is still without quotes, so that it may be a word of the shell's own.</summary>
    public bool IsPlain => !_isQuoted && _isKnown;

    /// <summary>The name of the variable that the word sets, if it stands before a command; null if it sets none.</summary>
    public string? AssignedName => _equals > 0 ? NameOf(_text.ToString()) : null;

    /// <summary>The name of the variable that a text sets; null if it sets none.</summary>
    public static string? NameOf(string text) => text.IndexOf('=') is var equals and > 0 && text[..equals].TrimEnd('+') is var name && IsName(name) ? name : null;

    /// <summary>Whether it is a single exclamation mark, without quotes.</summary>
    public bool IsBang => IsPlain && _text.Length == 1 && _text[0] == '!';

    public bool IsNumber => HasBegun && IsPlain && _text.Length > 0 && _text.ToString().All(char.IsAsciiDigit);

    /// <summary>A character outside of quotes.</summary>
    public void AddPlain(char character)
    {
        switch (character)
        {
            case '~' when !HasBegun:
                _isHome = true;
                break;
            case '*' or '?':
                AddPattern(character, _shape.Length);
                return;
            case '[' when _bracket < 0:
                _bracket = _shape.Length;
                break;
            case ']' when _bracket >= 0 && _shape.Length > _bracket + 1:
                AddPattern(character, _bracket);
                _bracket = -1;
                return;
            case '{' or '}':
                _braces |= character == '{' ? 1 : 0;
                _firstBrace = _firstBrace < 0 ? _shape.Length : _firstBrace;
                break;
            case ',' or '.' when _braces > 0:
                _braces |= 2;
                break;
            case '=' when _equals < 0 && !_isQuoted && _isKnown:
                _equals = _text.Length;
                break;
        }

        HasBegun = true;
        _text.Append(character);
        _shape.Append(character);
    }

    // What stands between brackets fits one character, and has no shape of its own.
    private void AddPattern(char character, int from)
    {
        HasBegun = _isPattern = true;
        _text.Append(character);
        _shape.Length = from;
        _shape.Append(ShellWord.Anything);
    }

    /// <summary>Text in quotes.</summary>
    public void AddQuoted(ReadOnlySpan<char> text)
    {
        HasBegun = _isQuoted = true;
        _text.Append(text);
        _shape.Append(text);
    }

    /// <summary>Something that only the shell knows.</summary>
    public void AddUnknown()
    {
        HasBegun = true;
        _isKnown = false;
        _shape.Append(ShellWord.Anything);
    }

    public ShellWord End()
    {
        var text = _text.ToString();

        // {a,b} are two words, and of ~name only the shell knows whose folder it is.
        var isHome = _isHome && (text is "~" || text.StartsWith("~/", StringComparison.Ordinal));
        var isKnown = _isKnown && _braces < 3 && (isHome || !_isHome);
        var word = new ShellWord(text, _braces < 3 ? _shape.ToString() : _shape.ToString(0, Math.Min(_firstBrace, _shape.Length)) + ShellWord.Anything, isKnown, _isPattern, isHome);
        Clear();
        return word;
    }

    /// <summary>The value behind the equals sign.</summary>
    public ShellWord EndAssignment()
    {
        var start = _equals + 1;
        return End().From(start);
    }

    private void Clear()
    {
        _text.Clear();
        _shape.Clear();
        (HasBegun, _isKnown, _isPattern, _isHome, _isQuoted, _equals, _bracket, _braces, _firstBrace) = (false, true, false, false, false, -1, -1, 0, -1);
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
