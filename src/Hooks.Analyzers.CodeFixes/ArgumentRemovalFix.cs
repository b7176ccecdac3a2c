using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>A fix that takes a named argument out of an attribute.</summary>
/// <param name="id">The rule.</param>
/// <param name="argument">The argument's name.</param>
/// <param name="title">What a user reads.</param>
public abstract class ArgumentRemovalFix(string id, string argument, string title) : HookCodeFix(id)
{
    /// <inheritdoc/>
    protected sealed override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent: AttributeArgumentListSyntax list } found
            && found.NameEquals?.Name.Identifier.ValueText == argument)
        {
            // A list without arguments would look like something forgotten.
            SyntaxNode removed = list.Arguments.Count == 1 ? list : found;
            var options = removed.GetLeadingTrivia().Concat(removed.GetTrailingTrivia()).Any(IsComment) ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepNoTrivia;
            Offer(context, diagnostic, title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.RemoveNode(removed, options)!)));
        }

        return OfferMoreAsync(context, root, diagnostic);
    }

    /// <summary>Offers what else can be done about it.</summary>
    /// <param name="context">Takes the offers.</param>
    /// <param name="root">The root of the document's syntax.</param>
    /// <param name="diagnostic">What the rule has found.</param>
    protected virtual Task OfferMoreAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic) => Task.CompletedTask;

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia);
}
