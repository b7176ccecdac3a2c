using System.Globalization;
using System.Text;

namespace Hooks;

/// <summary>Writes a table as a Mermaid flowchart: each point, and an arrow from hook to hook in the order in which they run.</summary>
internal static class TableMermaid
{
    public static string Render(HookTable table)
    {
        var text = new StringBuilder("""
            flowchart LR
                %% rectangles are points, hexagons give verdicts, rounded hooks only observe
                classDef point stroke-width:2px
                classDef verdict stroke:#c0392b
                classDef observer stroke:#2e86c1

            """.ReplaceLineEndings("\n"));
        var points = 0;
        var previous = string.Empty;
        for (var i = 0; i < table.Hooks.Count; i++)
        {
            var hook = table.Hooks[i];
            if (TableReading.BeginsPoint(table, i))
                previous = Line(text, $"p{points++}", "[\"", PointLabel(hook.Point), "\"]:::point");
            var node = $"h{i.ToString(CultureInfo.InvariantCulture)}";
            _ = hook.GivesVerdict
                ? Line(text, node, "{{\"", HookLabel(hook), "\"}}:::verdict")
                : Line(text, node, "([\"", HookLabel(hook), "\"]):::observer");
            text.Append(CultureInfo.InvariantCulture, $"    {previous} --> {node}\n");
            previous = node;
        }

        return text.ToString();
    }

    private static string Line(StringBuilder text, string node, string open, string label, string close)
    {
        text.Append("    ").Append(node).Append(open).Append(label).Append(close).Append('\n');
        return node;
    }

    private static string PointLabel(HookPointInfo point) =>
        $"{Escape(point.Name)}<br/>{(point.IsBlocking ? "blocking" : "observe-only")}";

    private static string HookLabel(HookDescriptor hook)
    {
        var label = new StringBuilder(Escape(hook.Name));
        label.Append(CultureInfo.InvariantCulture, $"<br/>priority {TableReading.Priority(hook)}");
        if (hook.Tools is not null)
            label.Append("<br/>tools ").Append(Escape(hook.Tools));
        if (hook.GivesVerdict || hook.FailurePolicy != HookFailurePolicy.Continue)
            label.Append(CultureInfo.InvariantCulture, $"<br/>on failure {hook.FailurePolicy}");
        return label.ToString();
    }

    /// <summary>
    /// The text with everything but letters, digits and a few marks as Mermaid's numeric entities: inside a quoted label
    /// neither quotes, HTML, directives nor Markdown remain. Marks that would begin a Markdown list are entities too.
    /// </summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var begun = false;
        foreach (var rune in VisibleText.Escape(text).EnumerateRunes())
        {
            if (IsPlain(rune, begun))
                escaped.Append(rune);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            begun |= Rune.IsLetter(rune);
        }

        return escaped.ToString();
    }

    private static bool IsPlain(Rune rune, bool begun) =>
        Rune.IsLetterOrDigit(rune) || (begun && rune.Value is ' ' or '.' or ',' or '-' or '|') || rune.Value == '?';
}
