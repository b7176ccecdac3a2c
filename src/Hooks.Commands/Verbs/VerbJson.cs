using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hooks.Commands;

/// <summary>JSON that people read too: indented, with quotes as they are, and with nothing that a terminal would obey or not show.</summary>
internal static class VerbJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(Action<Utf8JsonWriter> write)
    {
        var json = PlainValueWriter.ToText(write, Options);
        var text = new StringBuilder(json.Length + 1);

        // Lines end as in all other output. The encoder leaves characters alone that change the direction of text; they stand in strings only.
        foreach (var c in json.ReplaceLineEndings("\n"))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format)
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                text.Append(c);
        }

        return text.Append('\n').ToString();
    }
}
