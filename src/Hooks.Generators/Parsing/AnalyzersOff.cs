using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Generators.Parsing;

/// <summary>Whether a build runs no analyzers, so that nobody tells of the methods that are left out. Hooks.Runtime.targets asks the same.</summary>
internal static class AnalyzersOff
{
    public static bool In(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.RunAnalyzers", out var always) && always.Length > 0
            ? IsFalse(always)
            : options.TryGetValue("build_property.RunAnalyzersDuringBuild", out var here) && IsFalse(here);

    private static bool IsFalse(string value) => value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
