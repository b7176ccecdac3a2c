using System.Globalization;
using System.Text;

namespace Hooks;

/// <summary>
/// Arguments as the one text that all equal arguments share (RFC 8785, JSON Canonicalization Scheme): names sorted by
/// UTF-16 code units, no white space, numbers and escapes as ECMAScript writes them.
/// </summary>
/// <remarks>
/// In one thing it differs from the RFC, which takes every number for a double: digits that a double would lose are kept.
/// Two ids over 2^53 are two keys.
/// </remarks>
internal static class CanonicalJson
{
    public static string Of(HookArguments arguments)
    {
        var json = new StringBuilder();
        Append(json, arguments);
        return json.ToString();
    }

    // What arguments hold nests no deeper than HookArguments.MaxDepth: they refuse what is deeper.
    private static void Append(StringBuilder json, object? plain)
    {
        switch (plain)
        {
            case null:
                json.Append("null");
                break;
            case bool flag:
                json.Append(flag ? "true" : "false");
                break;
            case string text:
                AppendText(json, text);
                break;
            case HookArguments arguments:
                AppendObject(json, arguments);
                break;
            case IReadOnlyList<object?> items:
                AppendArray(json, items);
                break;
            default:
                json.Append(CanonicalNumber.Of(plain));
                break;
        }
    }

    private static void AppendObject(StringBuilder json, HookArguments arguments)
    {
        json.Append('{');
        var separator = "";
        foreach (var (name, value) in arguments.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            AppendText(json.Append(separator), name);
            Append(json.Append(':'), value);
            separator = ",";
        }

        json.Append('}');
    }

    private static void AppendArray(StringBuilder json, IReadOnlyList<object?> items)
    {
        json.Append('[');
        for (var i = 0; i < items.Count; i++)
            Append(i == 0 ? json : json.Append(','), items[i]);
        json.Append(']');
    }

    private static void AppendText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }
}
