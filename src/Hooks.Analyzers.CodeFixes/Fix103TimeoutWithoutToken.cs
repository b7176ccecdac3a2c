using System.Composition;
using Hooks.Analyzers.CodeFixes.Methods;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Lets a hook take the token that is cancelled when its time is up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix103TimeoutWithoutToken() : HookCodeFix(DiagnosticIds.TimeoutWithoutToken)
{
    /// <inheritdoc/>
    protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (await HookMethod.FindAsync(context, root, diagnostic).ConfigureAwait(false) is not { HasFreeSignature: true } method
            || method.Parts.FirstOrDefault()?.Semantics.Compilation.GetTypesByMetadataName("System.Threading.CancellationToken").FirstOrDefault() is not { } token
            || await method.IsUsedElsewhereAsync(context.CancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var change = ParameterChange.TakeToken(method, token);
        if (change.In(method) is { } changed)
            OfferSolution(context, diagnostic, change.Title, changed);
    }
}
