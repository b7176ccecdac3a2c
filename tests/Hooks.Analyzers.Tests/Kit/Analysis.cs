using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers.Tests.Kit;

/// <summary>What all analyzers of the package say of a project, after the generator has run.</summary>
internal static class Analysis
{
    /// <summary>One of each analyzer class; found by their attribute, so that one without it fails its tests.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(HookDeclarationAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The diagnostics of our rules in order of place; a rule that throws, and code that does not compile, fail the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(HookCompilation project, bool allowErrors = false)
    {
        var compilation = project.Generate().Output;
        compilation = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (!allowErrors && errors.Count > 0)
            throw new TestKitException("The source of the test does not compile:\n" + string.Join("\n", errors));
        return await RunAsync(compilation, project.Properties);
    }

    /// <summary>The same for a compilation that has all that is generated.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, AnalyzerConfigOptionsProvider? properties = null)
    {
        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            properties is null ? new AnalyzerOptions([]) : new AnalyzerOptions([], properties),
            (exception, analyzer, _) => failures.Add($"{analyzer}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        if (failures.Count > 0)
            throw new TestKitException(string.Join("\n", failures));
        return
        [
            .. diagnostics
                .Where(diagnostic => !diagnostic.IsSuppressed)
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>A diagnostic as a user reads it, with the text that it marks.</summary>
    public static string Describe(Diagnostic diagnostic) =>
        $"{diagnostic.Id} at '{diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan)}': {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
}
