using System.Text;

namespace Hooks.Commands;

/// <summary>Text and rows in aligned columns for a terminal: no colours, no line that breaks within a word, and nothing that a terminal would obey.</summary>
internal static class TextTable
{
    private const int Width = 80;

    /// <summary>Below this many columns for the last cell of a row lines are not broken.</summary>
    private const int Narrowest = 24;

    /// <summary>Renders rows that have the same number of cells; a column in which nothing stands takes no room.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="indent">How many blanks each line begins with.</param>
    /// <param name="wraps">Whether the last cell goes on below itself if it is too long for a line.</param>
    public static string Render(IReadOnlyList<string[]> rows, int indent = 0, bool wraps = false)
    {
        var cells = rows.Select(row => Array.ConvertAll(row, VisibleText.Escape)).ToArray();
        var text = new StringBuilder();
        var line = new StringBuilder();
        var last = rows.Count == 0 ? 0 : rows[0].Length - 1;
        var widths = new int[last];
        for (var column = 0; column < last; column++)
            widths[column] = cells.Max(row => row[column].Length);
        foreach (var row in cells)
        {
            line.Clear().Append(' ', indent);
            for (var column = 0; column < last; column++)
            {
                if (widths[column] > 0)
                    line.Append(row[column]).Append(' ', widths[column] - row[column].Length + 2);
            }

            Append(text, line, row[last], wraps);
        }

        return text.ToString();
    }

    /// <summary>Text in lines that fit; a line that begins with a blank is an example, and stays as it is.</summary>
    /// <param name="text">The text, with nothing in it that has to be escaped.</param>
    /// <param name="hang">How many blanks the lines that follow from a long one begin with.</param>
    public static string Wrap(string text, int hang = 0)
    {
        var wrapped = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(' '))
                wrapped.Append(line).Append('\n');
            else
                AppendWords(wrapped, new(), line, hang);
        }

        return wrapped.ToString();
    }

    private static void Append(StringBuilder text, StringBuilder start, string cell, bool wraps)
    {
        if (wraps && start.Length <= Width - Narrowest)
            AppendWords(text, start, cell, start.Length);
        else
            text.Append(start.Append(cell).ToString().TrimEnd()).Append('\n');
    }

    private static void AppendWords(StringBuilder text, StringBuilder line, string words, int hang)
    {
        var isFirst = true;
        foreach (var word in words.Split(' '))
        {
            if (!isFirst && line.Length + 1 + word.Length > Width)
            {
                text.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(' ', hang);
                isFirst = true;
            }

            line.Append(isFirst ? string.Empty : " ").Append(word);
            isFirst = false;
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
