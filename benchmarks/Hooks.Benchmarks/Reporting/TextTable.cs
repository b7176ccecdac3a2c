namespace Hooks.Benchmarks.Reporting;

/// <summary>A table in plain text, as Markdown reads it too.</summary>
internal sealed class TextTable(params string[] head)
{
    private readonly List<string[]> _rows = [head];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter writer)
    {
        var widths = Enumerable.Range(0, head.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        for (var i = 0; i < _rows.Count; i++)
        {
            writer.WriteLine("| " + string.Join(" | ", _rows[i].Select((cell, column) => IsNumber(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))) + " |");
            if (i == 0)
                writer.WriteLine("|" + string.Join("|", widths.Select((width, column) => new string('-', width + 1) + (IsNumber(column) ? ":" : "-"))) + "|");
        }
    }

    private static bool IsNumber(int column) => column is 1 or 2 or 3 or 7;
}
