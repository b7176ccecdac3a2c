using System.Composition;
using Hooks.Analyzers.CodeFixes.Methods;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Says Continue where a hook returns a default value that means it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix116ReturnDefault() : HookCodeFix(DiagnosticIds.ReturnDefault)
{
    /// <inheritdoc/>
    protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        // A null task is a failure, and so a denial at most points: to allow instead is no repair.
        if (diagnostic.Properties.ContainsKey(FixProperties.Cause))
            return Task.CompletedTask;
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax value)
            return Task.CompletedTask;
        while (value.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
            value = suppressed;
        var answer = Names.Result("Continue");
        var replacement = diagnostic.Properties.TryGetValue(FixProperties.Wrapper, out var wrapper) && wrapper is not null ? Names.FromResult(wrapper, answer) : answer;
        OfferReplacement(context, diagnostic, "Return HookResult.Continue", root, value, replacement.WithTriviaFrom(value));
        return Task.CompletedTask;
    }
}
