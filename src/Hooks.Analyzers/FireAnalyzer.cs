using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers;

/// <summary>Runs the rules about calls that fire points, in hosts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FireAnalyzer() : HooksAnalyzer(AllRules.OfFires)
{
    private protected override void Register(AnalysisContext context) => LookAt(context, SyntaxKind.InvocationExpression, static (node, hooks) =>
    {
        if (FireCall.Find((InvocationExpressionSyntax)node.Node, node.SemanticModel, hooks, node.CancellationToken) is not { } fire)
            return;
        foreach (var rule in AllRules.OfFires)
            rule.Check(fire, node.ReportDiagnostic);
    });
}
