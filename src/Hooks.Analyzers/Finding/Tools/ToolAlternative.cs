namespace Hooks.Analyzers.Finding.Tools;

/// <summary>One alternative of <c>Tools</c> as its author sees it, and its place in the text.</summary>
/// <param name="Text">Without the white space around it; empty if nothing stands between two bars.</param>
/// <param name="Start">Where it starts; for an empty one, where what can be taken out with it starts: a bar.</param>
/// <param name="Length">Of the same.</param>
internal readonly record struct ToolAlternative(string Text, int Start, int Length)
{
    /// <summary>Splits a text at its bars, except those within brackets, which belong to an expression that does not match anyway.</summary>
    public static IReadOnlyList<ToolAlternative> Split(string tools)
    {
        var bars = Brackets.Outside(tools, '|').ToList();
        var alternatives = new List<ToolAlternative>(bars.Count + 1);
        var isBehindText = false;
        for (var i = 0; i <= bars.Count; i++)
        {
            var start = i == 0 ? 0 : bars[i - 1] + 1;
            var end = i == bars.Count ? tools.Length : bars[i];
            var text = tools.Substring(start, end - start);
            if (text.Trim() is { Length: > 0 } trimmed)
            {
                isBehindText = true;
                alternatives.Add(new(trimmed, start + text.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length));
            }
            else if (isBehindText)
            {
                alternatives.Add(new(string.Empty, start - 1, end - start + 1));
            }
            else
            {
                alternatives.Add(new(string.Empty, start, Math.Min(end + 1, tools.Length) - start));
            }
        }

        return alternatives;
    }
}
