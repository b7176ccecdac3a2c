using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers;

/// <summary>Runs the rules about calls that fire points, in hosts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FireAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. AllRules.OfFires.Select(rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (HooksCompilation.Find(start.Compilation, start.Options) is not { } hooks)
                return;
            start.RegisterSyntaxNodeAction(
                node =>
                {
                    if (FireCall.Find((InvocationExpressionSyntax)node.Node, node.SemanticModel, hooks, node.CancellationToken) is not { } fire)
                        return;
                    foreach (var rule in AllRules.OfFires)
                        rule.Check(fire, node.ReportDiagnostic);
                },
                SyntaxKind.InvocationExpression);
        });
    }
}
