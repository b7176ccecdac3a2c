using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>A fix of one rule. Each place is mended on its own, so that many in one document can be mended together.</summary>
/// <param name="id">The rule.</param>
public abstract class HookCodeFix(string id) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
            await RegisterAsync(context, root, diagnostic).ConfigureAwait(false);
    }

    /// <summary>Offers what can be done about one diagnostic; nothing where the intent is not clear.</summary>
    /// <param name="context">Takes the offers.</param>
    /// <param name="root">The root of the document's syntax.</param>
    /// <param name="diagnostic">What the rule has found.</param>
    protected abstract Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic);

    /// <summary>Offers to replace one node by another.</summary>
    /// <param name="context">Takes the offer.</param>
    /// <param name="diagnostic">What it mends.</param>
    /// <param name="title">What a user reads. Fixes of one title are applied together.</param>
    /// <param name="root">The root of the document's syntax.</param>
    /// <param name="old">The node to replace.</param>
    /// <param name="replacement">The new node, with its trivia.</param>
    protected static void OfferReplacement(CodeFixContext context, Diagnostic diagnostic, string title, SyntaxNode root, SyntaxNode old, SyntaxNode replacement) =>
        Offer(context, diagnostic, title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, replacement))));

    /// <summary>Offers a change of the document.</summary>
    /// <param name="context">Takes the offer.</param>
    /// <param name="diagnostic">What it mends.</param>
    /// <param name="title">What a user reads. Fixes of one title are applied together.</param>
    /// <param name="change">Makes the changed document.</param>
    protected static void Offer(CodeFixContext context, Diagnostic diagnostic, string title, Func<CancellationToken, Task<Document>> change) =>
        context.RegisterCodeFix(CodeAction.Create(title, change, equivalenceKey: $"{diagnostic.Id} {title}"), diagnostic);

    /// <summary>Offers a change that may concern several documents, as that of a partial method does.</summary>
    /// <param name="context">Takes the offer.</param>
    /// <param name="diagnostic">What it mends.</param>
    /// <param name="title">What a user reads. Fixes of one title are applied together.</param>
    /// <param name="changed">The changed solution.</param>
    /// <param name="subject">What the title holds for; empty where it means the same everywhere.</param>
    protected static void OfferSolution(CodeFixContext context, Diagnostic diagnostic, string title, Solution changed, string subject = "") =>
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), equivalenceKey: $"{diagnostic.Id} {title} {subject}"), diagnostic);
}
