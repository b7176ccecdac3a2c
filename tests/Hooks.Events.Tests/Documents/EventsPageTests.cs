using System.Runtime.CompilerServices;

namespace Hooks.Events.Tests.Documents;

/// <summary>docs/events.md lists every point's event and the names that the five systems have for it. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Events.Tests</summary>
public class EventsPageTests
{
    private const string Begin = "<!-- generated: events -->\n", End = "<!-- /generated: events -->";

    private static readonly HookSystem[] Systems = [HookSystem.HotPlex, HookSystem.Hawk, HookSystem.OmniAgent, HookSystem.OpenFang, HookSystem.LlmSpell];

    [Fact]
    public void The_page_lists_every_event_with_its_aliases()
    {
        var path = PathOfPage();
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("HOOKS_ACCEPT") == "1")
        {
            page = page[..begin] + Table() + page[end..];
            File.WriteAllText(path, page);
            end = page.IndexOf(End, StringComparison.Ordinal);
        }

        Assert.Equal(Table(), page[begin..end]);
    }

    [Fact]
    public void Every_name_can_be_published() => Assert.All(
        HookPoints.All.SelectMany(info => Names(info).Prepend(info.EventName)),
        name => Assert.True(EventType.IsValid(name, out var error), error));

    private static string Table() =>
        "\n| Event | Point | Aliases, if asked for |\n| --- | --- | --- |\n"
        + string.Concat(HookPoints.All.Where(info => info.ContextType != typeof(EventContext)).Select(info =>
            $"| `{info.EventName}` | `{info.Name}` | {string.Join(", ", Names(info).Where(name => name != info.EventName).Select(name => $"`{name}`"))} |\n".Replace("|  |", "| |", StringComparison.Ordinal)))
        + "\n";

    private static IEnumerable<string> Names(HookPointInfo info) =>
        Systems.SelectMany(system => HookPoints.GetAliases(info.Point!.Value, system)).Distinct(StringComparer.Ordinal);

    private static string PathOfPage([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "events.md"));
}
