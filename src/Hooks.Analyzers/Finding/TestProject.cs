using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers.Finding;

/// <summary>Tells test projects from programs. Tests fire points to see what hooks do; nothing is guarded there.</summary>
internal static class TestProject
{
    private static readonly string[] Frameworks =
    [
        "xunit.", "nunit.", "MSTest.", "TUnit.", "Microsoft.VisualStudio.TestPlatform.", "Microsoft.VisualStudio.QualityTools.", "Microsoft.TestPlatform.", "Microsoft.Testing.Platform",
    ];

    /// <summary>Whether the project says that it is one, or references a test framework.</summary>
    public static bool Is(Compilation compilation, AnalyzerOptions options)
    {
        if (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var written) && bool.TryParse(written, out var says))
            return says;
        foreach (var reference in compilation.ReferencedAssemblyNames)
        {
            foreach (var framework in Frameworks)
            {
                if (reference.Name.StartsWith(framework, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }
}
