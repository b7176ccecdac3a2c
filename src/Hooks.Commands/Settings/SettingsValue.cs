using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hooks.Commands;

/// <summary>A JSON value that is to be written into settings.</summary>
internal abstract record SettingsValue
{
    public static SettingsValue Of(string text) =>
        new Scalar(SettingsKind.Text, text, $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");

    public static SettingsValue Of(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new Scalar(SettingsKind.Number, text, text);
    }

    public static SettingsValue Of(bool value) => value ? new Scalar(SettingsKind.True, null, "true") : new Scalar(SettingsKind.False, null, "false");

    public static SettingsValue Of(IEnumerable<string> texts) => new List([.. texts.Select(Of)]);

    /// <summary>Whether what stands in a file says the same, however it is written.</summary>
    public abstract bool IsSameAs(SettingsNode? node);

    /// <summary>Writes it.</summary>
    /// <param name="into">Where to.</param>
    /// <param name="style">How the file looks.</param>
    /// <param name="indent">What the line in which it begins starts with; null to stay in that line.</param>
    public abstract void Write(StringBuilder into, SettingsStyle style, string? indent);

    /// <summary>The value in the default style.</summary>
    public string ToText(string indent = "")
    {
        var text = new StringBuilder();
        Write(text, new("\n", "  ", true, true), indent);
        return text.ToString();
    }

    internal sealed record Scalar(SettingsKind Kind, string? Text, string Json) : SettingsValue
    {
        public override bool IsSameAs(SettingsNode? node) => node is not null && node.Kind == Kind
            && (Kind == SettingsKind.Number ? node.AsNumber() == double.Parse(Text!, CultureInfo.InvariantCulture) : node.Text == Text);

        public override void Write(StringBuilder into, SettingsStyle style, string? indent) => into.Append(Json);
    }

    internal sealed record List(IReadOnlyList<SettingsValue> Elements) : SettingsValue
    {
        public override bool IsSameAs(SettingsNode? node) => node is { Kind: SettingsKind.Array }
            && node.Items.Count == Elements.Count && !Elements.Where((element, at) => !element.IsSameAs(node.Items[at].Value)).Any();

        // A list of words is easier to read, and to compare with a command line, in one line.
        public override void Write(StringBuilder into, SettingsStyle style, string? indent) => WriteItems(
            into, style, Elements.All(element => element is Scalar) ? null : indent, "[]", Elements, null);
    }

    internal sealed record Map(IReadOnlyList<(string Name, SettingsValue Value)> Members) : SettingsValue
    {
        public SettingsValue? this[string name]
        {
            get
            {
                foreach (var member in Members)
                {
                    if (member.Name == name)
                        return member.Value;
                }

                return null;
            }
        }

        public override bool IsSameAs(SettingsNode? node)
        {
            if (node is not { Kind: SettingsKind.Object } || node.Items.Count != Members.Count)
                return false;
            foreach (var (name, value) in Members)
            {
                if (!value.IsSameAs(node[name]))
                    return false;
            }

            return true;
        }

        public override void Write(StringBuilder into, SettingsStyle style, string? indent)
        {
            var names = new List<string>();
            var values = new List<SettingsValue>();
            foreach (var (name, value) in Members)
            {
                names.Add(name);
                values.Add(value);
            }

            WriteItems(into, style, indent, "{}", values, names);
        }
    }

    /// <summary>Writes one item: a member with its name, or an element.</summary>
    internal static void WriteItem(StringBuilder into, SettingsStyle style, string? indent, string? name, SettingsValue value)
    {
        if (name is not null)
        {
            Of(name).Write(into, style, null);
            into.Append(':').Append(style.Space);
        }

        value.Write(into, style, indent);
    }

    private static void WriteItems(StringBuilder into, SettingsStyle style, string? indent, string brackets, IReadOnlyList<SettingsValue> values, IReadOnlyList<string>? names)
    {
        var inner = indent is null ? null : indent + style.Unit;
        var separator = string.Empty;
        into.Append(brackets[0]);
        for (var at = 0; at < values.Count; at++)
        {
            into.Append(separator);
            if (inner is not null)
                into.Append(style.NewLine).Append(inner);
            WriteItem(into, style, inner, names?[at], values[at]);
            separator = inner is null ? "," + style.Space : ",";
        }

        if (indent is not null && separator.Length > 0)
            into.Append(style.NewLine).Append(indent);
        into.Append(brackets[1]);
    }
}
