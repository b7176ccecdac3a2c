using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Finding.Clients;
using Hooks.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers;

/// <summary>Runs the rules about calls that put hooks around a chat client.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. AllRules.OfClients.Select(rule => rule.Descriptor)];

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
                    if (HookedClient.Find((InvocationExpressionSyntax)node.Node, node.SemanticModel, hooks, node.CancellationToken) is not { } client)
                        return;
                    foreach (var rule in AllRules.OfClients)
                        rule.Check(client, node.ReportDiagnostic);
                },
                SyntaxKind.InvocationExpression);
        });
    }
}
