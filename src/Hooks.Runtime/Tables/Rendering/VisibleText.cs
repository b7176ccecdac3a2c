using System.Globalization;
using System.Text;

namespace Hooks;

/// <summary>Texts from attributes, made safe to print: whatever a terminal would obey or not show becomes an escape.</summary>
internal static class VisibleText
{
    /// <summary>
    /// The text with control characters, line and paragraph separators, invisible and direction-changing characters,
    /// lone surrogates and the backslash itself as C# escapes, so that two different texts never look the same.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                escaped.Append(@"\\");
            }
            else if (char.IsSurrogatePair(text, i))
            {
                Append(escaped, text.AsSpan(i, 2), char.ConvertToUtf32(text, i));
                i++;
            }
            else
            {
                Append(escaped, text.AsSpan(i, 1), text[i]);
            }
        }

        return escaped.ToString();
    }

    /// <summary>The escaped text, in quotes unless it is one plain word, so that it cannot pass for a neighbouring column.</summary>
    public static string Word(string text)
    {
        var escaped = Escape(text);
        return escaped.Length > 0 && escaped.All(IsPlain) ? escaped : $"\"{escaped.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static void Append(StringBuilder escaped, ReadOnlySpan<char> character, int codePoint)
    {
        if (IsShown(CharUnicodeInfo.GetUnicodeCategory(codePoint)))
            escaped.Append(character);
        else if (codePoint > char.MaxValue)
            escaped.Append(CultureInfo.InvariantCulture, $"\\U{codePoint:X8}");
        else
            escaped.Append(CultureInfo.InvariantCulture, $"\\u{codePoint:X4}");
    }

    private static bool IsShown(UnicodeCategory category) => category is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || ".,:;-_@*?|/+&()[]<>=!#$%^~{}\\'`".Contains(c, StringComparison.Ordinal);
}
