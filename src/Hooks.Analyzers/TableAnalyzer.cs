using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers;

/// <summary>Runs the rules about the assembly's whole table, when all files have been looked at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableAnalyzer() : HooksAnalyzer(AllRules.OfTables)
{
    private protected override void Register(AnalysisContext context) => context.RegisterCompilationAction(static end =>
    {
        if (HooksCompilation.Find(end.Compilation, end.Options) is not { } hooks)
            return;
        var index = hooks.Index(end.CancellationToken);
        foreach (var rule in AllRules.OfTables)
            rule.Check(index, end.ReportDiagnostic);
    });
}
