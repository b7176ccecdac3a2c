using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hooks.Events;

/// <summary>An event as one line for a person. Whatever an agent has put into it, it stays one line and controls no terminal.</summary>
public static class EventLine
{
    private const int MostOfValue = 80, MostOfLine = 400;

    /// <summary>The event as <c>[HH:mm:ss.fff] type (source) name=value ...</c>, with the members of its data in their order.</summary>
    /// <param name="hookEvent">The event.</param>
    /// <param name="timeZone">In which time zone. Default: UTC.</param>
    public static string Format(HookEvent hookEvent, TimeZoneInfo? timeZone = null)
    {
        ArgumentNullException.ThrowIfNull(hookEvent);
        var line = new StringBuilder();
        line.Append('[');
        if (hookEvent.Time is { } time)
            line.Append(TimeZoneInfo.ConvertTime(time, timeZone ?? TimeZoneInfo.Utc).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture));
        else
            line.Append("--:--:--.---");
        line.Append("] ").Append(VisibleText.Escape(hookEvent.Type));
        line.Append(" (");
        AppendSource(line, hookEvent.Source);
        line.Append(')');
        AppendData(line, hookEvent.Data);
        return line.ToString();
    }

    private static void AppendSource(StringBuilder line, HookEventSource? source)
    {
        line.Append(Word(source?.Component ?? "system"));
        if (source?.Instance is { } instance)
            line.Append('/').Append(Word(instance));
    }

    private static void AppendData(StringBuilder line, EventData? data)
    {
        if (data is null)
            return;
        if (!data.TryGetMembers(out var members))
        {
            line.Append(' ').Append(data.Bytes is { } bytes ? $"{bytes.Length} bytes" : Shorten(VisibleText.Escape(data.ToString())));
            return;
        }

        foreach (var (name, value) in members)
        {
            if (line.Length > MostOfLine)
            {
                line.Append(" ...");
                return;
            }

            line.Append(' ').Append(Word(name)).Append('=').Append(Word(Text(value)));
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        HookArguments nested => nested.ToJson(),
        JsonElement json => json.GetRawText(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IReadOnlyList<object?> items => $"[{string.Join(',', items.Select(Text))}]",
        _ => value.ToString() ?? string.Empty,
    };

    // Cut before it is quoted, so that no quote is left open; what would close the source's parentheses, or pass for another member, is quoted.
    private static string Word(string text)
    {
        var shown = VisibleText.Word(Shorten(text));
        return shown.StartsWith('"') || shown.AsSpan().IndexOfAny("()=") < 0 ? shown : $"\"{shown}\"";
    }

    // What is cut off may be half of an escape, but never half of a character.
    private static string Shorten(string text) => text.Length <= MostOfValue ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MostOfValue - 1]) ? MostOfValue - 1 : MostOfValue), "...");
}
