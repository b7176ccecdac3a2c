using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers;

/// <summary>Runs the rules about each <c>[Hook]</c>, and each other attribute of Hooks, where it is written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HookDeclarationAnalyzer() : HooksAnalyzer(
    [.. AllRules.OfDeclarations, .. AllRules.OfAttributes],

    // The generator looks into generated files too, and a hook that it leaves out there is as silent as any other.
    GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics)
{
    private protected override void Register(AnalysisContext context) => LookAt(context, SyntaxKind.Attribute, static (node, hooks) =>
    {
        if (AttributeDeclaration.MayBeOn(node.Node.Parent?.Parent))
            CheckAttribute(node, hooks);
        else
            CheckHook(node, hooks);
    });

    private static void CheckHook(SyntaxNodeAnalysisContext node, HooksCompilation hooks)
    {
        if (HookDeclaration.Find((AttributeSyntax)node.Node, node.SemanticModel, hooks, node.CancellationToken) is not { } hook)
            return;

        // The driver visits an extension block with each type around its methods too, and would say everything up to three times.
        if (node.ContainingSymbol is INamedTypeSymbol && hook.Method.ContainingType is { Name.Length: 0 })
            return;
        foreach (var rule in AllRules.OfDeclarations)
            rule.Check(hook, node.ReportDiagnostic);
    }

    private static void CheckAttribute(SyntaxNodeAnalysisContext node, HooksCompilation hooks)
    {
        if (AttributeDeclaration.Find((AttributeSyntax)node.Node, node.SemanticModel, hooks, node.CancellationToken) is not { } attribute)
            return;
        foreach (var rule in AllRules.OfAttributes)
        {
            if (rule.Attribute == attribute.Name)
                rule.Check(attribute, node.ReportDiagnostic);
        }
    }
}
