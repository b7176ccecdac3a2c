using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hooks.Events;

/// <summary>What the readers of both JSON forms share: members that come once, and errors that name them.</summary>
internal static partial class EventJsonReader
{
    /// <summary>How JSON is read that has data within so many others: the data may be as deep as by itself.</summary>
    public static JsonDocumentOptions Options(int around) => new() { MaxDepth = EventData.MaxDepth + around };

    /// <summary>The members of an object; null counts as absent.</summary>
    public static Dictionary<string, JsonElement> MembersOf(JsonElement json, string what)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Wrong(what, null, "an object", $"of the kind {json.ValueKind}");
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var name = NameOf(member, what, members.Count);
            if (!members.TryAdd(name, member.Value))
                throw new JsonException($"{what} has {EventType.Quote(name)} twice; readers would disagree on which of the two counts.");
        }

        foreach (var (name, _) in members.Where(member => member.Value.ValueKind == JsonValueKind.Null).ToList())
            members.Remove(name);
        return members;
    }

    /// <summary>Takes a text out of the members; null if it is not there.</summary>
    public static string? TakeText(Dictionary<string, JsonElement> members, string name, string what)
    {
        if (!members.Remove(name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw Wrong(what, name, "a text", $"of the kind {value.ValueKind}");
        return TextOf(value, what, name) is { Length: > 0 } text ? text : throw Wrong(what, name, "a text", "empty");
    }

    public static string TextOf(JsonElement value, string what, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"{what}'s '{name}' is not valid Unicode.", e);
        }
    }

    private static string NameOf(JsonProperty member, string what, int before)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"The name of {what}'s member {before + 1} is not valid Unicode.", e);
        }
    }

    public static string RequireText(Dictionary<string, JsonElement> members, string name, string what) =>
        TakeText(members, name, what) ?? throw Wrong(what, name, "there", "missing");

    /// <summary>Takes a time (RFC 3339) out of the members. More than seven digits of a second are cut off.</summary>
    public static DateTimeOffset? TakeTime(Dictionary<string, JsonElement> members, string name, string what) =>
        TakeText(members, name, what) is not { } text ? null
        : ParseTime(text) ?? throw Wrong(what, name, "a time such as 2026-01-02T03:04:05Z (RFC 3339)", EventType.Quote(text));

    public static string RequireType(Dictionary<string, JsonElement> members, string what)
    {
        var type = RequireText(members, "type", what);
        return EventType.IsValid(type, out var error) ? type : throw new JsonException($"{what}'s 'type' cannot be used here. {error}");
    }

    public static JsonException Wrong(string what, string? member, string right, string found) =>
        new(member is null ? $"{what} must be {right}; it is {found}." : $"{what}'s '{VisibleText.Escape(member)}' must be {right}; it is {found}.", member, null, null);

    private static DateTimeOffset? ParseTime(string text)
    {
        if (Rfc3339().Match(text) is not { Success: true } match
            || !DateTime.TryParseExact(match.Groups["date"].Value + " " + match.Groups["time"].Value, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        if (match.Groups["fraction"] is { Success: true, Value: var digits })
            time = time.AddTicks(long.Parse(digits.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture));
        var offset = TimeSpan.Zero;
        if (match.Groups["hours"] is { Success: true, Value: var hours })
        {
            var (hour, minute) = (int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture));
            if (hour > 23 || minute > 59)
                return null;
            offset = new TimeSpan(hour, minute, 0) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        }

        var ticks = time.Ticks - offset.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new(ticks, TimeSpan.Zero) : null;
    }

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]+))?([Zz]|(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))\z")]
    private static partial Regex Rfc3339();
}
