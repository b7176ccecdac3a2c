using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers;

/// <summary>Runs the rules about the assembly's whole table, when all files have been looked at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. AllRules.OfTables.Select(rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(static end =>
        {
            if (HooksCompilation.Find(end.Compilation, end.Options) is not { } hooks)
                return;
            var index = hooks.Index(end.CancellationToken);
            foreach (var rule in AllRules.OfTables)
                rule.Check(index, end.ReportDiagnostic);
        });
    }
}
