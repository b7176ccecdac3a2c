using System.Globalization;
using System.Text;

namespace Samples.Screen;

/// <summary>Makes text from an agent fit for a terminal: what would control the terminal becomes visible instead.</summary>
internal static class SafeText
{
    public static string Of(string text)
    {
        if (text.All(character => character is >= ' ' and <= '~'))
            return text;
        var safe = new StringBuilder(text.Length);

        // Half a surrogate pair comes out of here as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHarmless(rune))
                safe.Append(rune);
            else
                safe.Append(Escape(rune));
        }

        return safe.ToString();
    }

    /// <summary>At most so many characters, on one line, with dots where something is missing.</summary>
    public static string Fit(string text, int length)
    {
        var safe = Of(text);
        if (safe.Length <= length)
            return safe;
        var end = Math.Max(0, length - 3);
        return string.Concat(safe.AsSpan(0, end > 0 && char.IsHighSurrogate(safe[end - 1]) ? end - 1 : end), "...");
    }

    // Format characters turn the direction of text around or hide it.
    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    private static string Escape(Rune rune) => rune.Value switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        <= 0xFF => $@"\x{rune.Value:x2}",
        _ => $@"\u{{{rune.Value:x}}}",
    };
}
