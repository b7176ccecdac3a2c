using System.Composition;
using Hooks.Analyzers.CodeFixes.Methods;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Gives a hook the parameters that its point fills.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix002Parameters() : HookCodeFix(DiagnosticIds.Parameters)
{
    /// <inheritdoc/>
    protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (await HookMethod.FindAsync(context, root, diagnostic).ConfigureAwait(false) is not { HasFreeSignature: true } method
            || method.Parts.FirstOrDefault() is not { Semantics.Compilation: var compilation }
            || !Enum.TryParse<ParameterCause>(diagnostic.Properties[FixProperties.Cause], out var cause))
        {
            return;
        }

        var given = diagnostic.Properties[FixProperties.Context] is { } name ? compilation.GetTypesByMetadataName(name).FirstOrDefault() : null;
        var token = compilation.GetTypesByMetadataName("System.Threading.CancellationToken").FirstOrDefault();
        foreach (var change in ParameterChange.For(cause, method, given, token))
        {
            if (change.In(method) is { } changed)
                OfferSolution(context, diagnostic, change.Title, changed);
        }
    }
}
