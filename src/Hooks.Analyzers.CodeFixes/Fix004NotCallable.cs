using System.Composition;
using Hooks.Analyzers.CodeFixes.Methods;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Makes a hook, and the types around it, accessible; or static where no object is needed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix004NotCallable() : HookCodeFix(DiagnosticIds.NotCallable)
{
    /// <inheritdoc/>
    protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (await HookMethod.FindAsync(context, root, diagnostic).ConfigureAwait(false) is not { } method || !diagnostic.Properties.TryGetValue(FixProperties.Cause, out var cause))
            return;
        switch (cause)
        {
            case nameof(CallCause.NoObject) when CanBeStatic(method):
                if (method.Change(part => part.Syntax.Without(SyntaxKind.ReadOnlyKeyword).Without(SyntaxKind.SealedKeyword).Without(SyntaxKind.VirtualKeyword).With(SyntaxKind.StaticKeyword)) is { } changed)
                    OfferSolution(context, diagnostic, "Make it static", changed);
                break;
            case nameof(CallCause.FileType) or nameof(CallCause.Hidden):
                await OfferAccessAsync(context, diagnostic, method).ConfigureAwait(false);
                break;
        }
    }

    private static async Task OfferAccessAsync(CodeFixContext context, Diagnostic diagnostic, HookMethod method)
    {
        var hidden = !Reachability.IsWithinAssembly(method.Symbol.DeclaredAccessibility);
        if (hidden && method.Symbol is { IsVirtual: true } or { IsOverride: true })
            return;

        var types = new List<INamedTypeSymbol>();
        for (var type = method.Symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (!type.IsFileLocal && Reachability.IsWithinAssembly(type.DeclaredAccessibility))
                continue;

            // Within its file it need not care for the names that others have.
            if (type.IsFileLocal && type.ContainingNamespace.GetTypeMembers(type.Name, type.Arity).Length > 1)
                return;
            types.Add(type);
        }

        var editor = new SolutionEditor(context.Document.Project.Solution);
        foreach (var part in hidden ? method.Parts : [])
            (await editor.GetDocumentEditorAsync(part.Document, context.CancellationToken).ConfigureAwait(false)).ReplaceNode(part.Syntax, static (node, _) => ((MethodDeclarationSyntax)node).Opened());
        foreach (var type in types)
            await OpenAsync(editor, type, context.CancellationToken).ConfigureAwait(false);
        var what = types.Count == 0 ? "it" : hidden ? "it and its class" : "its class";
        OfferSolution(context, diagnostic, $"Make {what} internal", editor.GetChangedSolution());
    }

    // Of a partial type every part may say how accessible it is, and those that do have to agree.
    private static async Task OpenAsync(SolutionEditor editor, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var parts = new List<(Document Document, TypeDeclarationSyntax Syntax)>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (editor.OriginalSolution.GetDocument(reference.SyntaxTree) is { } document && await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is TypeDeclarationSyntax syntax)
                parts.Add((document, syntax));
        }

        var saying = parts.Where(part => part.Syntax.Modifiers.Any(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind()) || modifier.IsKind(SyntaxKind.FileKeyword))).ToList();
        foreach (var (document, syntax) in saying.Count > 0 ? saying : [.. parts.Take(1)])
        {
            (await editor.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false))
                .ReplaceNode(syntax, static (node, _) => ((TypeDeclarationSyntax)node).Without(SyntaxKind.FileKeyword).Opened());
        }
    }

    private static bool CanBeStatic(HookMethod method) =>
        (method.HasFreeSignature || method.Symbol.ContainingType.TypeKind == TypeKind.Interface)
        && method.Parts.All(part => !part.HasBody || !ObjectUse.IsIn(part));
}
