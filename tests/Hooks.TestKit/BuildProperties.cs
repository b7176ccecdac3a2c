using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.TestKit;

/// <summary>The properties that a build passes to generators and analyzers, the same for every file.</summary>
internal sealed class BuildProperties(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    public static BuildProperties Of(HookCompilation compilation)
    {
        var properties = compilation.OtherProperties.ToDictionary(property => $"build_property.{property.Key}", property => property.Value);
        if (compilation.RootNamespace is { } rootNamespace)
            properties["build_property.RootNamespace"] = rootNamespace;
        if (compilation.IsTestProject)
            properties["build_property.IsTestProject"] = "true";
        return new(properties);
    }

    private sealed class Options(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => properties.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => properties.TryGetValue(key, out value);
    }
}
