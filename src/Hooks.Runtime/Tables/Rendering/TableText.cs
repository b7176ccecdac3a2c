using System.Globalization;
using System.Text;

namespace Hooks;

/// <summary>Writes a table as text for a terminal: each point, and below it its hooks in order, in aligned columns.</summary>
internal static class TableText
{
    private static readonly string[] Heads = ["", "priority", "hook", "tools", "kind", "on failure", "method", "assembly"];

    public static string Render(HookTable table)
    {
        var text = new StringBuilder();
        if (table.Hooks.Count == 0)
            return "No hooks.\n";
        text.Append(CultureInfo.InvariantCulture, $"{table.Hooks.Count} {(table.Hooks.Count == 1 ? "hook" : "hooks")} of ")
            .AppendJoin(", ", table.Assemblies.Select(VisibleText.Word)).Append('\n');

        var rows = Rows(table);
        var widths = Heads.Select((head, column) => rows.Max(row => Math.Max(row[column].Length, head.Length))).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            var hook = table.Hooks[i];
            if (TableReading.BeginsPoint(table, i))
            {
                text.Append('\n').Append(Title(hook.Point)).Append('\n');
                AppendRow(text, Heads, widths);
            }

            AppendRow(text, rows[i], widths);
            AppendNote(text, widths, "description", hook.Description is null ? null : VisibleText.Escape(hook.Description));
            AppendNote(text, widths, "if it misbehaves", Guards(hook));
            AppendNote(text, widths, "after", Names(hook.After));
            AppendNote(text, widths, "before", Names(hook.Before));
        }

        return text.ToString();
    }

    private static List<string[]> Rows(HookTable table)
    {
        var rows = new List<string[]>(table.Hooks.Count);
        var place = 0;
        for (var i = 0; i < table.Hooks.Count; i++)
        {
            place = TableReading.BeginsPoint(table, i) ? 1 : place + 1;
            rows.Add(Cells(table.Hooks[i], place));
        }

        return rows;
    }

    private static string[] Cells(HookDescriptor hook, int place) =>
    [
        place.ToString(CultureInfo.InvariantCulture),
        TableReading.Priority(hook),
        VisibleText.Word(hook.Name),
        hook.Tools is null ? "all" : VisibleText.Word(hook.Tools),
        Kind(hook),
        hook.OnFailure == HookFailurePolicy.Default ? $"{hook.FailurePolicy} (default)" : hook.FailurePolicy.ToString(),
        VisibleText.Word($"{hook.DeclaringType}.{hook.Method}"),
        VisibleText.Word(hook.Assembly),
    ];

    private static string Kind(HookDescriptor hook) =>
        (hook.GivesVerdict ? "verdict" : "observer")
        + (hook.Background ? ", background" : string.Empty)
        + (hook.IsAsynchronous ? ", async" : string.Empty)
        + (hook.TakesCancellationToken ? ", token" : string.Empty);

    private static string? Guards(HookDescriptor hook)
    {
        var guards = new List<string>();
        if (hook.TimeoutMilliseconds > 0)
            guards.Add($"ends after {hook.TimeoutMilliseconds.ToString(CultureInfo.InvariantCulture)} ms");
        if (hook.Retries > 0)
            guards.Add($"is tried {hook.Retries.ToString(CultureInfo.InvariantCulture)} more times");
        if (hook.CircuitBreaker)
            guards.Add("has a circuit breaker");
        return guards.Count == 0 ? null : string.Join(", ", guards);
    }

    private static string Title(HookPointInfo point) => point.IsBlocking
        ? $"{VisibleText.Word(point.Name)}, blocking: {point.Allowed}"
        : $"{VisibleText.Word(point.Name)}, observe-only";

    private static string? Names(string? separated) =>
        separated is null ? null : string.Join(", ", TableReading.Names(separated).Select(VisibleText.Word));

    private static void AppendRow(StringBuilder text, string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
            line.Append("  ").Append(i < 2 ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]));
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    // Below the hook's name and further in, so that notes are not taken for hooks.
    private static void AppendNote(StringBuilder text, int[] widths, string label, string? note)
    {
        if (!string.IsNullOrEmpty(note))
            text.Append(' ', widths[0] + widths[1] + 8).Append(label).Append(": ").Append(note).Append('\n');
    }
}
