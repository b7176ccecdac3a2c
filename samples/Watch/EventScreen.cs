using System.Globalization;
using Hooks.Events;
using Samples.Screen;

namespace Watch;

/// <summary>The view as lines: how many events of each type, how fast they come, the last of them, and what was lost. It fits the terminal.</summary>
internal static class EventScreen
{
    /// <summary>The most of the last events that are shown.</summary>
    public const int LastEvents = 10;

    private const int MostTypes = 12, FewestLines = 3, TypeColumns = 32;

    // Headings and empty lines, and what is said below the view in the end, where one line may take two.
    private const int OtherLines = 8, SummaryLines = 7;

    public static IReadOnlyList<string> Render(EventBusStatistics statistics, IReadOnlyList<HookEvent> last, IReadOnlyDictionary<string, double> rates, int width, int height)
    {
        var room = height - OtherLines - SummaryLines - statistics.Subscriptions.Count;
        var mostLast = Math.Clamp(room / 2, FewestLines, LastEvents);
        var mostTypes = Math.Clamp(room - mostLast, FewestLines, MostTypes);

        var lines = new List<string> { Line($"{statistics.Published} events, {rates.Values.Sum():0.0} a second"), "", Line($"{"type",-TypeColumns} {"count",8} {"a second",9}") };
        var types = statistics.ByType.OrderByDescending(type => type.Value).ThenBy(type => type.Key, StringComparer.Ordinal).ToList();
        lines.AddRange(types.Take(mostTypes).Select(type => Line($"{SafeText.Fit(type.Key, TypeColumns),-TypeColumns} {type.Value,8} {rates.GetValueOrDefault(type.Key),9:0.0}")));
        if (types.Skip(mostTypes).Sum(type => type.Value) + statistics.OtherTypes is > 0 and var others)
            lines.Add(Line($"{"others",-TypeColumns} {others,8}"));

        lines.AddRange(["", "last"]);
        lines.AddRange(last.TakeLast(mostLast).Select(ShortLine.Of));

        lines.AddRange(["", Line($"{"subscription",-TypeColumns} {"handled",8} {"waiting",9} {"dropped",9} {"failed",9}")]);
        lines.AddRange(statistics.Subscriptions.Select(subscription => Line(
            $"{SafeText.Fit(subscription.Key, TypeColumns),-TypeColumns} {subscription.Value.Delivered,8} {subscription.Value.Depth,9} {subscription.Value.Dropped + subscription.Value.Rejected,9} {subscription.Value.Failed,9}")));
        return lines.ConvertAll(line => SafeText.Fit(line, width));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).TrimEnd();
}
