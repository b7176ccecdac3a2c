using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers;

/// <summary>Runs the rules about what hook methods do. Starts from syntax, so that the bodies of other methods are not even bound.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HookBodyAnalyzer() : HooksAnalyzer(AllRules.OfBodies)
{
    private protected override void Register(AnalysisContext context) => LookAt(context, SyntaxKind.MethodDeclaration, static (node, hooks) =>
    {
        var method = (MethodDeclarationSyntax)node.Node;
        if (!hooks.Candidates.MayBeHook(method) && !method.Modifiers.Any(SyntaxKind.PartialKeyword))
            return;
        if (HookBody.Find(method, node.SemanticModel, hooks, node.CancellationToken) is not { } body)
            return;
        foreach (var rule in AllRules.OfBodies)
            rule.Check(body, node.ReportDiagnostic);
    });
}
