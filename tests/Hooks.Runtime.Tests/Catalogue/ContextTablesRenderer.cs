using System.Text;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>Writes the part of the page that tells what the contexts hold.</summary>
internal static class ContextTablesRenderer
{
    private static readonly Type[] Values =
    [
        typeof(ToolCallOutcome), typeof(AgentRunOutcome), typeof(HookSeverity), typeof(FileOperation), typeof(CompactionTrigger),
    ];

    private static readonly Type[] Parts = [typeof(HookMessage), typeof(TokenUsage), typeof(FileReplacement)];

    public static void AppendTo(StringBuilder page)
    {
        page.Append(PointsPageText.Contexts);
        Section(page, typeof(HookContext), "Every context has these:");
        foreach (var context in PointGroup.All.SelectMany(group => group.Contexts))
            Section(page, context, PointsOf(context));
        page.Append(PointsPageText.SmallTypes);
        PointsPageRenderer.Table(page, ["Type", "What it says", "Values or fields"], [.. Values.Select(ValuesOf), .. Parts.Select(FieldsOf)]);
    }

    private static void Section(StringBuilder page, Type context, string where)
    {
        page.Append($"\n### {context.Name}\n\n{Documentation.Of($"T:{context.FullName}")} {where}\n\n");
        PointsPageRenderer.Table(page, ["Field", "Type", "Written", "Meaning"], ContextField.Of(context).Select(field => new[]
        {
            $"`{field.Name}`", $"`{field.Type}`", field.Written, field.Meaning,
        }));
        if (context == typeof(ToolDiscoveryContext))
            page.Append($"\n`Narrow(names)`: {Documentation.Of("M:Hooks.ToolDiscoveryContext.Narrow(System.Collections.Generic.IEnumerable{System.String})")}\n");
    }

    private static string PointsOf(Type context)
    {
        var points = CataloguePoint.All.Where(point => point.Context == context).Select(point => point.Name).ToList();
        return points.Count == 1 ? $"At {points[0]}." : $"At {string.Join(", ", points[..^1])} and {points[^1]}.";
    }

    private static string[] ValuesOf(Type type) =>
        [$"`{type.Name}`", Documentation.Of($"T:{type.FullName}"), string.Join(", ", Enum.GetNames(type).Select(name => $"`{name}`"))];

    private static string[] FieldsOf(Type type) =>
        [$"`{type.Name}`", Documentation.Of($"T:{type.FullName}"), string.Join(", ", type.GetProperties().Select(property => $"`{property.Name}`"))];
}
