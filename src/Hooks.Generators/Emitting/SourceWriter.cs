using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Generators.Emitting;

/// <summary>Writes indented C# with the same line ends on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A C# string literal, or <c>null</c>; safe for any text.</summary>
    public static string Literal(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public SourceWriter Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', _depth * 4).Append(text);
        _text.Append('\n');
        return this;
    }

    /// <summary>A label, half an indent to the left.</summary>
    public SourceWriter Label(string name)
    {
        _text.Append(' ', Math.Max(0, (_depth * 4) - 2)).Append(name).Append(":\n");
        return this;
    }

    /// <summary>A line and an opening brace.</summary>
    public SourceWriter Open(string text)
    {
        Line(text);
        return Open();
    }

    public SourceWriter Open()
    {
        Line("{");
        _depth++;
        return this;
    }

    public SourceWriter Close(string suffix = "")
    {
        _depth--;
        return Line("}" + suffix);
    }

    /// <summary>One line that belongs to the line before it.</summary>
    public SourceWriter Indented(string text)
    {
        _depth++;
        Line(text);
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
