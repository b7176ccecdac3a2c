namespace Hooks.Commands;

/// <summary>How a file is written, so that what is added looks like the rest.</summary>
/// <param name="NewLine">What ends its lines. Default: LF.</param>
/// <param name="Unit">By how much a level is indented. Default: two spaces.</param>
/// <param name="IsSpaced">Whether a space stands behind colons and commas.</param>
/// <param name="IsMultiLine">Whether it has more than one line; a file without settings gets several.</param>
internal sealed record SettingsStyle(string NewLine, string Unit, bool IsSpaced, bool IsMultiLine)
{
    public string Space => IsSpaced ? " " : string.Empty;

    public static SettingsStyle Of(string text, SettingsNode root)
    {
        var lineEnd = text.AsSpan().IndexOfAny('\r', '\n');
        var newLine = lineEnd < 0 ? "\n" : text[lineEnd] == '\n' ? "\n" : text.AsSpan(lineEnd).StartsWith("\r\n") ? "\r\n" : "\r";
        if (root.Items.Count == 0)
            return new(newLine, "  ", true, true);

        var first = root.Items[0];
        var outer = IndentAt(text, root.Start);
        var unit = BeginsLine(text, first.Start) && IndentAt(text, first.Start) is var inner
            && inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal)
            ? inner[outer.Length..] : "  ";
        return new(newLine, unit, SettingsText.IsWhitespace(text[first.Value.Start - 1]), text.AsSpan(root.Start, root.End - root.Start).ContainsAny('\r', '\n'));
    }

    /// <summary>Whether nothing but blanks stands before this place in its line.</summary>
    public static bool BeginsLine(string text, int at)
    {
        at = BackOverBlanks(text, at);
        return at == 0 || text[at - 1] is '\n' or '\r' or '\uFEFF';
    }

    /// <summary>The blanks with which this place's line begins.</summary>
    public static string IndentAt(string text, int at)
    {
        var start = at == 0 ? 0 : text.AsSpan(0, at).LastIndexOfAny("\n\r\uFEFF") + 1;
        var end = start;
        while (end < at && text[end] is ' ' or '\t')
            end++;
        return text[start..end];
    }

    /// <summary>Where the blanks before this place begin.</summary>
    public static int BackOverBlanks(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
            at--;
        return at;
    }
}
