using System.Composition;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Writes the pattern that was meant, where that is clear.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix101ToolPatternNeverMatches() : HookCodeFix(DiagnosticIds.ToolPatternNeverMatches)
{
    /// <inheritdoc/>
    protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var replacement) || replacement is null
            || !diagnostic.Properties.TryGetValue(FixProperties.Kind, out var kind))
        {
            return;
        }

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var changed = context.Document.WithText(text.WithChanges(new TextChange(diagnostic.Location.SourceSpan, replacement)));
        var title = replacement.Length == 0 ? "Remove the empty alternative"
            : kind == FixProperties.PermissionRule ? $"Change to '{replacement}'; the hook has to test the arguments"
            : $"Change to '{replacement}'";

        // Every place has a title of its own; those of one kind are mended together.
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), equivalenceKey: $"{diagnostic.Id} {kind}"), diagnostic);
    }
}
