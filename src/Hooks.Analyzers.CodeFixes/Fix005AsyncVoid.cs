using System.Composition;
using Hooks.Analyzers.CodeFixes.Methods;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Lets an async void hook return a task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix005AsyncVoid() : HookCodeFix(DiagnosticIds.AsyncVoid)
{
    /// <inheritdoc/>
    protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (await HookMethod.FindAsync(context, root, diagnostic).ConfigureAwait(false) is not { HasFreeSignature: true } method)
            return;
        if (method.Change(part => part.Syntax.WithReturnType(Names.Nothing(nameof(Task)).WithTriviaFrom(part.Syntax.ReturnType))) is { } changed)
            OfferSolution(context, diagnostic, "Return Task", changed);
    }
}
