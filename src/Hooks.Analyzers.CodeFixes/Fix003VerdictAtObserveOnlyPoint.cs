using System.Composition;
using Hooks.Analyzers.CodeFixes.Methods;
using Hooks.Analyzers.CodeFixes.Returns;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Hooks the blocking point that decides what the observe-only one reports, or drops the verdict that nobody reads.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix003VerdictAtObserveOnlyPoint() : HookCodeFix(DiagnosticIds.VerdictAtObserveOnlyPoint)
{
    /// <inheritdoc/>
    protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (await HookMethod.FindAsync(context, root, diagnostic).ConfigureAwait(false) is not { } method)
            return;
        if (NameOf(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)) is { } name && name.Identifier.ValueText == diagnostic.Properties[FixProperties.Point])
        {
            foreach (var point in diagnostic.Properties[FixProperties.OtherPoints]!.Split(['|'], StringSplitOptions.RemoveEmptyEntries))
                OfferReplacement(context, diagnostic, $"Hook {point} instead", root, name, name.WithIdentifier(SyntaxFactory.Identifier(point).WithTriviaFrom(name.Identifier)));
        }

        // A method that gives its verdict at another point too has to go on giving it there.
        if (!method.HasFreeSignature || diagnostic.Properties[FixProperties.Verdict] is null)
            return;
        var wrapper = diagnostic.Properties[FixProperties.Wrapper];
        if (DroppedValues.Change(method, wrapper) is { } dropped)
            OfferSolution(context, diagnostic, $"Return {wrapper ?? "void"}", dropped);
    }

    private static IdentifierNameSyntax? NameOf(SyntaxNode point) => (point is AttributeArgumentSyntax argument ? argument.Expression : point) switch
    {
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name,
        IdentifierNameSyntax name => name,
        _ => null,
    };
}
