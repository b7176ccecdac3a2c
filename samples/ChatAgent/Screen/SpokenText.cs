using System.Text;
using Samples.Screen;

namespace ChatAgent.Screen;

/// <summary>Prints what somebody says as it comes in, word by word, within the width of the terminal.</summary>
internal sealed class SpokenText(Terminal terminal)
{
    /// <summary>Where the text begins, behind the speaker's name.</summary>
    public const int Indent = 6;

    private readonly StringBuilder _word = new();
    private int _column;

    /// <summary>Prints the speaker's name, as wide as <see cref="Indent"/> with colours or without.</summary>
    public void Begin(string speaker)
    {
        terminal.Out.Write(speaker);
        _column = Indent;
    }

    public void Append(string text)
    {
        foreach (var character in text)
        {
            if (character is not (' ' or '\n' or '\r' or '\t'))
            {
                _word.Append(character);
                continue;
            }

            PrintWord();
            if (character == '\n')
                BreakLine();
        }
    }

    public void End()
    {
        PrintWord();
        terminal.Out.WriteLine();
    }

    private void PrintWord()
    {
        if (_word.Length == 0)
            return;
        var word = SafeText.Of(_word.ToString());
        _word.Clear();
        var isFirst = _column == Indent;
        if (!isFirst && _column + 1 + word.Length > terminal.Width)
        {
            BreakLine();
            isFirst = true;
        }

        terminal.Out.Write(isFirst ? word : $" {word}");
        terminal.Out.Flush();
        _column += word.Length + (isFirst ? 0 : 1);
    }

    private void BreakLine()
    {
        terminal.Out.WriteLine();
        terminal.Out.Write(new string(' ', Indent));
        _column = Indent;
    }
}
