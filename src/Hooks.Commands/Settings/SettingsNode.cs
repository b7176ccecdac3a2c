using System.Globalization;

namespace Hooks.Commands;

internal enum SettingsKind
{
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,
}

/// <summary>A JSON value and where it stands in the text. It owns none of the text: edits are made there.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Text">A text without its escapes, or a number as it is written; otherwise null.</param>
/// <param name="Items">The members of an object, the elements of an array, in order; otherwise empty.</param>
internal sealed record SettingsNode(SettingsKind Kind, int Start, int End, string? Text, IReadOnlyList<SettingsItem> Items)
{
    /// <summary>Behind everything in an object or array that is not white space: its last item, comma or comment.</summary>
    public int ContentEnd { get; init; }

    /// <summary>The value of a member; null if this is no object or has no such member.</summary>
    public SettingsNode? this[string name] => Find(name) is var i and >= 0 ? Items[i].Value : null;

    /// <summary>The index of a member, or -1.</summary>
    public int Find(string name)
    {
        for (var i = 0; Kind == SettingsKind.Object && i < Items.Count; i++)
        {
            if (Items[i].Name == name)
                return i;
        }

        return -1;
    }

    /// <summary>The text, if this is one.</summary>
    public string? AsText() => Kind == SettingsKind.Text ? Text : null;

    /// <summary>The number, if this is one that a double holds.</summary>
    public double? AsNumber() =>
        Kind == SettingsKind.Number && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What a person would call it.</summary>
    public string KindName => Kind switch
    {
        SettingsKind.Object => "an object",
        SettingsKind.Array => "an array",
        SettingsKind.Text => "a text",
        SettingsKind.Number => "a number",
        SettingsKind.Null => "null",
        _ => "true or false",
    };
}

/// <summary>A member of an object or an element of an array.</summary>
/// <param name="Name">The member's name; null in an array.</param>
/// <param name="Start">Where it begins: with its name, or with its value.</param>
/// <param name="Value">The value.</param>
/// <param name="Comma">Where the comma behind it stands, or -1.</param>
internal sealed record SettingsItem(string? Name, int Start, SettingsNode Value, int Comma);
