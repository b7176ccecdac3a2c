using System.Text;

namespace Guard.Shell;

/// <summary>
/// Reads plain PowerShell: programs and cmdlets with words and quoted texts, joined by <c>;</c>, <c>|</c>, <c>&amp;&amp;</c> and
/// <c>||</c>, with redirections. All else, such as variables, expressions, script blocks and the call operator, is not understood.
/// </summary>
internal sealed class PowerShellReader
{
    // What looks like a path there is a setting of the system, or a function.
    private static readonly string[] Drives = ["hklm:", "hkcu:", "hkcr:", "hku:", "hkcc:", "registry::", "filesystem::", "function:", "alias:", "variable:", "cert:", "wsman:"];

    private readonly StringBuilder _word = new();
    private readonly List<ShellWord> _words = [];
    private readonly List<ShellRedirection> _redirections = [];
    private readonly ScriptBuilder _found;
    private readonly ShellScope _scope;
    private ShellCommand? _last;
    private Joint _joint;
    private bool _hasWord;
    private bool _isPattern;
    private bool _isFile;

    private PowerShellReader(ScriptBuilder found, ShellScope scope) => (_found, _scope) = (found, scope);

    public static ShellScript Read(string text)
    {
        var found = new ScriptBuilder();
        ReadInto(found, text, new(null));
        return found.Build();
    }

    public static void ReadInto(ScriptBuilder found, string text, ShellScope scope)
    {
        // The one variable that everybody writes to: text that goes nowhere.
        text = text.Replace(">$null", ">nul ", StringComparison.OrdinalIgnoreCase).Replace("> $null", ">nul ", StringComparison.OrdinalIgnoreCase);

        // The characters that make it more than words, in whatever quotes.
        if (text.AsSpan().IndexOfAny("$`(){}@%\0\uFFFF") >= 0 || text.Any(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r')))
            found.Fail("PowerShell with variables, expressions or blocks");
        else
            new PowerShellReader(found, scope).ReadAll(text);
    }

    private void ReadAll(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\'' or '"' or '\u2018' or '\u2019' or '\u201C' or '\u201D':
                    var end = text.IndexOf(text[at], at + 1);
                    if (end < 0 || text[at] > '\x7F' || text.AsSpan(end + 1) is ['\'' or '"', ..])
                    {
                        _found.Fail("a quote in PowerShell that cannot be read");
                        return;
                    }

                    _hasWord = true;
                    _word.Append(text, at + 1, end - at - 1);
                    at = end;
                    break;
                case ' ' or '\t':
                    EndWord();
                    break;
                case '#' when !_hasWord:
                    at = text.IndexOf('\n', at) is var line and >= 0 ? line - 1 : text.Length;
                    break;
                case ';' or '\n' or '\r':
                    EndCommand(Joint.After);
                    break;
                case '|' or '&' when at + 1 < text.Length && text[at + 1] == text[at]:
                    EndCommand(text[at] == '|' ? Joint.Or : Joint.And);
                    at++;
                    break;
                case '|':
                    EndCommand(Joint.Pipe);
                    break;
                case '>':
                    Redirect(text, ref at);
                    break;
                case '&' or '<' or ',':
                    _found.Fail("PowerShell with lists, or that calls what it has made");
                    return;
                default:
                    _isPattern |= text[at] is '*' or '?' or '[';
                    _hasWord = true;
                    _word.Append(text[at]);
                    break;
            }
        }

        EndCommand(Joint.After);
    }

    private void Redirect(string text, ref int at)
    {
        // The number in 2>file belongs to the sign; >&1 is another name for what is open.
        if (_word.Length == 1 && (char.IsAsciiDigit(_word[0]) || _word[0] == '*'))
            Clear();
        else
            EndWord();
        var rest = text.AsSpan(at + 1);
        if (rest is ['&', >= '1' and <= '6', ..])
        {
            at += 2;
            return;
        }

        at += rest is ['>', ..] ? 1 : 0;
        _isFile = true;
    }

    private void EndWord()
    {
        if (!_hasWord)
            return;

        // It takes both separators on every system, and longer dashes for a hyphen.
        var text = Path.DirectorySeparatorChar == '/' ? _word.ToString().Replace('\\', '/') : _word.ToString();
        if (text is ['\u2013' or '\u2014' or '\u2015', ..])
            text = "-" + text[1..];
        if (Array.Exists(Drives, drive => text.Contains(drive, StringComparison.OrdinalIgnoreCase)))
            _found.Fail("PowerShell with a drive that has more than files");
        var word = new ShellWord(text, _isPattern ? text.Replace('*', ShellWord.Anything).Replace('?', ShellWord.Anything) : text, true, _isPattern, text is "~" or ['~', '/' or '\\', ..]);
        Clear();
        if (_isFile)
            _redirections.Add(new(true, word));
        else
            _words.Add(word);
        _isFile = false;
    }

    private void Clear()
    {
        _word.Clear();
        (_hasWord, _isPattern) = (false, false);
    }

    private void EndCommand(Joint next)
    {
        EndWord();
        if (_isFile)
            _found.Fail("a redirection names no file");
        if (_words is [{ Text: "." }, ..])
            _found.Fail("PowerShell that runs what follows a dot");

        // cd.. and cd\ are functions of its own.
        if (_words is [{ Text: ['c' or 'C', 'd' or 'D', '.' or '/' or '\\' or '~', ..] and var step }])
        {
            _words.Clear();
            _words.AddRange([ShellWord.Of("cd"), ShellWord.Of(step[2..])]);
        }

        if (_words.Count > 0 || _redirections.Count > 0)
        {
            _last = new([.. _words], _scope)
            {
                Redirections = [.. _redirections],
                Joint = _joint,
                IsConditional = true,
                Source = _joint == Joint.Pipe ? _last : null,
            };
            _words.Clear();
            _redirections.Clear();
            _found.Add(_last);
        }
        else if (next == Joint.After)
        {
            return;
        }

        _joint = next;
    }
}
