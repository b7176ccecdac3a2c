using System.Collections.Immutable;
using Hooks.Analyzers.Tests.Agreement.Drawing;
using Hooks.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>A project after generator, compiler and analyzers.</summary>
/// <param name="Compilation">With what is generated.</param>
/// <param name="Table">What is generated; null if nothing is.</param>
/// <param name="Diagnostics">Those of compiler and analyzers, each once.</param>
/// <param name="Exceptions">What generator and analyzers have thrown.</param>
internal sealed record ProjectRun(Compilation Compilation, SyntaxTree? Table, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> Exceptions)
{
    // Compilations that come of one share what they know of their references, which is most of what there is to know.
    private static readonly CSharpCompilation Library = (HookCompilation.Library() with { GlobalUsings = null }).Create();
    private static readonly CSharpCompilation Program = Library.WithOptions(Library.Options.WithOutputKind(OutputKind.ConsoleApplication));

    public static async Task<ProjectRun> OfAsync(ProjectPlan plan)
    {
        var project = ProjectText.Write(plan);
        var trees = project.Sources.Add("GlobalUsings.cs", ProjectChoices.GlobalUsings).Select(source => project.Parse(source.Key, source.Value)).ToList();
        var compilation = (plan.IsProgram ? Program : Library).AddSyntaxTrees(trees);
        compilation = compilation.WithOptions(Lenient(compilation.Options, plan));
        var driver = CSharpGeneratorDriver
            .Create([new HooksGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)trees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var generated = driver.GetRunResult().Results.Single();

        var exceptions = new List<string>();
        if (generated.Exception is not null)
            exceptions.Add($"The generator throws: {generated.Exception}");
        var options = new CompilationWithAnalyzersOptions(
            new([]), (exception, analyzer, _) => exceptions.Add($"{analyzer} throws: {exception}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var diagnostics = await output.WithAnalyzers(Analysis.Analyzers, options).GetAllDiagnosticsAsync();
        return new(output, generated.GeneratedSources.IsDefaultOrEmpty ? null : generated.GeneratedSources.Single().SyntaxTree, [.. diagnostics.Where(diagnostic => !diagnostic.IsSuppressed)], [.. exceptions]);
    }

    // As in a project that does not turn warnings into errors and knows of its experiments; perhaps one that tries to turn our errors off.
    private static CSharpCompilationOptions Lenient(CSharpCompilationOptions options, ProjectPlan plan)
    {
        var off = ProjectChoices.Experiments.Concat(plan.IsSilenced ? Judge.Errors : []);
        return options
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithSpecificDiagnosticOptions(off.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)))
            .WithSyntaxTreeOptionsProvider(plan.IsSilenced ? new EverythingOff() : null);
    }

    /// <summary>An .editorconfig that sets the severity of our errors to none.</summary>
    private sealed class EverythingOff : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Suppress;
            return Judge.Errors.Contains(diagnosticId);
        }
    }
}
