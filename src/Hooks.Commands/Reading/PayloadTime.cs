using System.Globalization;

namespace Hooks.Commands;

/// <summary>
/// Reads a time as agents write it: ISO 8601 with an offset or Z, for example <c>2026-11-21T09:30:00.123Z</c>. The framework's readers take more,
/// and know of time zones and calendars for it: 100 KB of a native program.
/// </summary>
internal static class PayloadTime
{
    /// <summary>The time; null if the text is none.</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (text is not [_, _, _, _, '-', _, _, '-', _, _, 'T' or 't', _, _, ':', _, _, ':', _, _, .. var rest])
            return null;
        if (Number(text, 0, 4) is not (>= 1 and var year) || Number(text, 5, 2) is not (>= 1 and <= 12 and var month) || Number(text, 8, 2) is not (>= 1 and var day)
            || Number(text, 11, 2) is not (<= 23 and var hour) || Number(text, 14, 2) is not (<= 59 and var minute) || Number(text, 17, 2) is not (<= 59 and var second)
            || day > DateTime.DaysInMonth(year, month))
            return null;
        var end = 0;
        if (rest.StartsWith('.'))
        {
            end = 1;
            while (end < rest.Length && char.IsAsciiDigit(rest[end]))
                end++;
        }

        if (Offset(rest.AsSpan(end)) is not { } offset || end == 1)
            return null;
        var time = new DateTime(year, month, day, hour, minute, second).Ticks;
        for (var (at, unit) = (1, TimeSpan.TicksPerSecond / 10); at < end && unit > 0; at++, unit /= 10)
            time += (rest[at] - '0') * unit;
        return time - offset * TimeSpan.TicksPerMinute is >= 0 and var utc && utc <= DateTime.MaxValue.Ticks ? new(time, new TimeSpan(0, offset, 0)) : null;
    }

    /// <summary>The minutes by which a place is before UTC; null if the text says no place.</summary>
    private static int? Offset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
            return 0;
        if (text is not ['+' or '-', _, _, ':', _, _] || Number(text, 1, 2) is not (<= 14 and var hours) || Number(text, 4, 2) is not (<= 59 and var minutes))
            return null;
        return hours * 60 + minutes is <= 14 * 60 and var offset ? text[0] == '-' ? -offset : offset : null;
    }

    private static int? Number(ReadOnlySpan<char> text, int at, int length) =>
        int.TryParse(text.Slice(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
