using System.Text;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>Writes the table that <see cref="HookPoints"/> looks things up in, so that it needs no reflection.</summary>
internal static class RuntimeCatalogueRenderer
{
    public static DerivedFile Render()
    {
        var text = new StringBuilder(DerivedFile.Header);
        text.Append($$"""
            namespace Hooks;

            public static partial class HookPoints
            {
                /// <summary>One more than the highest number, so that an array of this length has a place for each point.</summary>
                internal const int Count = {{CataloguePoint.All.Max(point => point.Number) + 1}};

                private static ReadOnlySpan<bool> Blocking =>
                [
                    false,

            """);
        foreach (var point in CataloguePoint.All)
            text.Append($"        {(point.IsBlocking ? "true" : "false")}, // {point.Name}\n");
        text.Append("""
                ];

                // A class of its own, so that nothing is built before someone asks.
                private static class Catalogue
                {
                    internal static readonly HookPointInfo[] Points =
                    [

            """);
        foreach (var point in CataloguePoint.All)
            text.Append($"            {Row(point)},\n");
        text.Append("""
                    ];

                    internal static readonly IReadOnlyList<HookPointInfo> All = Array.AsReadOnly(Points);
                }
            }

            """);
        return new("src/Hooks.Runtime/Points/HookPoints.Catalogue.cs", text.ToString());
    }

    private static string Row(CataloguePoint point) =>
        $"new(HookPoint.{point.Name}, \"{point.Name}\", \"{point.EventName}\", typeof({point.Context.Name}), "
        + $"{Kinds(point.Allowed)}, HookFailurePolicy.{point.OnFailure})";

    private static string Kinds(HookResultKinds kinds) =>
        string.Join(" | ", kinds.ToString().Split(", ").Select(kind => $"HookResultKinds.{kind}"));
}
