using System.Text;

namespace Hooks.Commands;

internal sealed partial class SettingsText
{
    /// <summary>Puts another value in the place of one.</summary>
    public SettingsText Set(SettingsNode old, SettingsValue value)
    {
        var text = new StringBuilder();
        value.Write(text, Style, Style.IsMultiLine ? SettingsStyle.IndentAt(Text, old.Start) : null);
        return Edited([new(old.Start, old.End, text.ToString())]);
    }

    /// <summary>Adds an item behind the others.</summary>
    /// <param name="container">An object or array of this text.</param>
    /// <param name="name">The member's name; null in an array.</param>
    /// <param name="value">The value.</param>
    public SettingsText Add(SettingsNode container, string? name, SettingsValue value)
    {
        var close = container.End - 1;
        var last = container.Items.Count > 0 ? container.Items[^1] : null;
        var indent = last is not null && SettingsStyle.BeginsLine(Text, last.Start)
            ? SettingsStyle.IndentAt(Text, last.Start) : SettingsStyle.IndentAt(Text, container.Start) + Style.Unit;
        // Behind the last item, its comma and all comments: what is there keeps its neighbours.
        var at = container.ContentEnd;
        if (last is null && at == container.Start + 1)
            return Edited([new(at, close, Style.IsMultiLine
                ? $"{Style.NewLine}{indent}{Item(name, value, indent)}{Style.NewLine}{SettingsStyle.IndentAt(Text, container.Start)}"
                : Item(name, value, null))]);

        var ownLine = (last is not null && SettingsStyle.BeginsLine(Text, last.Start)) || Text.AsSpan(at, close - at).ContainsAny('\r', '\n');
        var item = ownLine ? $"{Style.NewLine}{indent}{Item(name, value, indent)}" : Style.Space + Item(name, value, null);
        return last is null ? Edited([new(at, at, item)])
            : last.Comma >= 0 ? Edited([new(at, at, item + ",")])
            : Edited([new(last.Value.End, last.Value.End, ","), new(at, at, item)]);
    }

    /// <summary>Takes an item out, with the comma that it needed and the line that it had for itself. Comments beside it stay.</summary>
    /// <param name="container">An object or array of this text.</param>
    /// <param name="index">Which item.</param>
    public SettingsText Remove(SettingsNode container, int index)
    {
        if (container.Items.Count == 1 && IsAlone(container))
            return Edited([new(container.Start + 1, container.End - 1, string.Empty)]);

        var item = container.Items[index];
        var previous = index > 0 ? container.Items[index - 1] : null;
        var edits = new List<Edit>();
        int start = item.Start, end = item.Value.End;
        if (item.Comma >= 0)
        {
            if (IsBlank(end, item.Comma))
                end = item.Comma + 1;
            else
                edits.Add(new(item.Comma, item.Comma + 1, string.Empty));
        }
        else if (previous is not null && IsBlank(previous.Comma + 1, start) && !SettingsStyle.BeginsLine(Text, start))
        {
            start = previous.Comma;
        }
        else if (previous is not null)
        {
            edits.Add(new(previous.Comma, previous.Comma + 1, string.Empty));
        }

        var behind = end;
        while (behind < container.End && Text[behind] is ' ' or '\t')
            behind++;

        // The line's end stays where something else stands in the line, and where a comment reaches to it.
        if (SettingsStyle.BeginsLine(Text, start) && LineBreakBefore(start) is var lineBreak
            && (Text[behind] is '\r' or '\n' || (behind == container.End - 1 && !_lineCommentEnds.Contains(lineBreak))))
            start = lineBreak;
        else if (index < container.Items.Count - 1)
            end = behind;
        else if (!SettingsStyle.BeginsLine(Text, start))
            start = SettingsStyle.BackOverBlanks(Text, start);
        edits.Add(new(start, end, string.Empty));
        return Edited(edits);
    }

    /// <summary>Whether an object or array has nothing but its one item, not even a comment.</summary>
    internal bool IsAlone(SettingsNode container)
    {
        var item = container.Items[0];
        var end = item.Comma < 0 ? item.Value.End : item.Comma + 1;
        return IsBlank(container.Start + 1, item.Start) && IsBlank(item.Value.End, Math.Max(item.Value.End, item.Comma)) && IsBlank(end, container.End - 1);
    }

    private bool IsBlank(int start, int end)
    {
        foreach (var c in Text.AsSpan(start, end - start))
        {
            if (!IsWhitespace(c))
                return false;
        }

        return true;
    }

    private int LineBreakBefore(int at)
    {
        at = SettingsStyle.BackOverBlanks(Text, at);
        return at == 0 || Text[at - 1] == '\uFEFF' ? at : at > 1 && Text[at - 1] == '\n' && Text[at - 2] == '\r' ? at - 2 : at - 1;
    }

    private string Item(string? name, SettingsValue value, string? indent)
    {
        var text = new StringBuilder();
        SettingsValue.WriteItem(text, Style, indent, name, value);
        return text.ToString();
    }

    private SettingsText Edited(List<Edit> edits)
    {
        var text = new StringBuilder(Text.Length + 256);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            text.Append(Text, at, edit.Start - at).Append(edit.Text);
            at = edit.End;
        }

        return Parse(File, text.Append(Text, at, Text.Length - at).ToString());
    }

    private sealed record Edit(int Start, int End, string Text);
}
