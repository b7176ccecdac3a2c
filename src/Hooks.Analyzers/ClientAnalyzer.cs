using Hooks.Analyzers.Finding.Clients;
using Hooks.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers;

/// <summary>Runs the rules about calls that put hooks around a chat client.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientAnalyzer() : HooksAnalyzer(AllRules.OfClients)
{
    private protected override void Register(AnalysisContext context) => LookAt(context, SyntaxKind.InvocationExpression, static (node, hooks) =>
    {
        if (HookedClient.Find((InvocationExpressionSyntax)node.Node, node.SemanticModel, hooks, node.CancellationToken) is not { } client)
            return;
        foreach (var rule in AllRules.OfClients)
            rule.Check(client, node.ReportDiagnostic);
    });
}
