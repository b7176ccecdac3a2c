using System.Text;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>Writes <c>docs/points.md</c>: the points group by group, then their contexts.</summary>
internal static class PointsPageRenderer
{
    private static readonly (HookSystem System, string Name)[] Systems =
    [
        (HookSystem.HotPlex, "HotPlex"), (HookSystem.Hawk, "hawk"), (HookSystem.OmniAgent, "omniagent"),
        (HookSystem.OpenFang, "openfang"), (HookSystem.LlmSpell, "llmspell"), (HookSystem.ClaudeCode, "Claude Code"),
        (HookSystem.Codex, "Codex"), (HookSystem.GeminiCli, "Gemini CLI"), (HookSystem.CopilotCli, "Copilot CLI"),
        (HookSystem.Cursor, "Cursor"),
    ];

    private static readonly HookSystem[] CodingAgents =
        [HookSystem.ClaudeCode, HookSystem.Codex, HookSystem.GeminiCli, HookSystem.CopilotCli, HookSystem.Cursor];

    public static DerivedFile Render()
    {
        var page = new StringBuilder()
            .Append($"<!-- Derived from the members of HookPoint, by the tests in tests/Hooks.Runtime.Tests/Catalogue. To renew it: {DerivedFile.HowToRenew} -->\n")
            .Append(PointsPageText.Introduction(CataloguePoint.All.Count))
            .AppendJoin('\n', PointGroup.All.Select(group => $"- [{group.Title}](#{Anchor(group.Title)}): {string.Join(", ", group.Points.Select(point => $"`{point.Name}`"))}"))
            .Append("\n- [Contexts](#contexts): the data that hooks see\n");
        foreach (var group in PointGroup.All)
            Section(page, group);
        ContextTablesRenderer.AppendTo(page);
        return new("docs/points.md", page.ToString());
    }

    private static void Section(StringBuilder page, PointGroup group)
    {
        page.Append($"\n## {group.Title}\n\n");
        Table(page, ["No.", "Point", "When it fires", "Mode", "A failed hook"], group.Points.Select(point => new[]
        {
            $"{point.Number}", $"**{point.Name}**", point.Summary, Mode(point), Failure(point),
        }));
        page.Append('\n');
        Table(page, ["Point", "Event name", "Context", "Raised by"], group.Points.Select(point => new[]
        {
            point.Name, $"`{point.EventName}`", $"[{point.Context.Name}](#{Anchor(point.Context.Name)})", Raisers.Of(point.Value),
        }));
        var aliased = group.Points.Where(point => Systems.Any(system => HookPoints.GetAliases(point.Value, system.System).Count > 0)).ToList();
        if (aliased.Count == 0)
            return;
        page.Append("\nThe same moment elsewhere:\n\n");
        Table(page, ["Point", "Hook systems", "Coding agents"], aliased.Select(point => new[]
        {
            point.Name, Aliases(point, system => !CodingAgents.Contains(system)), Aliases(point, CodingAgents.Contains),
        }));
    }

    private static string Mode(CataloguePoint point) => point.IsBlocking ? $"blocking, **{point.Allowed}**" : "observe-only";

    private static string Failure(CataloguePoint point) => point switch
    {
        { IsBlocking: false } => "",
        { OnFailure: HookFailurePolicy.Block } => "counts as Cancel",
        _ => "counts as Continue",
    };

    private static string Aliases(CataloguePoint point, Func<HookSystem, bool> isAsked)
    {
        var lines = from system in Systems
                    where isAsked(system.System)
                    let names = HookPoints.GetAliases(point.Value, system.System)
                    where names.Count > 0
                    select $"{system.Name}: {string.Join(", ", names.Select(name => $"`{name}`"))}";
        return string.Join("<br>", lines);
    }

    internal static void Table(StringBuilder page, string[] heads, IEnumerable<string[]> rows)
    {
        Row(page, heads);
        Row(page, [.. heads.Select(_ => "---")]);
        foreach (var row in rows)
            Row(page, row);
    }

    private static void Row(StringBuilder page, string[] cells) =>
        page.Append($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");

    internal static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == ' ')).Replace(' ', '-');
}
