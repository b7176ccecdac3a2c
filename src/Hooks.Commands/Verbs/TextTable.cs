using System.Text;

namespace Hooks.Commands;

/// <summary>Rows in aligned columns for a terminal: no colours, and nothing that a terminal would obey.</summary>
internal static class TextTable
{
    /// <summary>Renders rows that have the same number of cells; the last column is not padded.</summary>
    public static string Render(IReadOnlyList<string[]> rows)
    {
        var cells = rows.Select(row => Array.ConvertAll(row, VisibleText.Escape)).ToArray();
        var text = new StringBuilder();
        foreach (var row in cells)
        {
            var line = new StringBuilder();
            for (var column = 0; column < row.Length; column++)
            {
                line.Append(row[column]);
                if (column < row.Length - 1)
                    line.Append(' ', cells.Max(other => other[column].Length) - row[column].Length + 2);
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
