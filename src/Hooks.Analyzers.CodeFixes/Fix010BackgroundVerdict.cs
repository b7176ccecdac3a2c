using System.Composition;
using Hooks.Analyzers.CodeFixes.Methods;
using Hooks.Analyzers.CodeFixes.Returns;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Lets a hook with a verdict be waited for, or drops a verdict that is never anything but Continue.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix010BackgroundVerdict() : ArgumentRemovalFix(DiagnosticIds.BackgroundVerdict, "Background", "Remove Background")
{
    /// <inheritdoc/>
    protected override async Task OfferMoreAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (await HookMethod.FindAsync(context, root, diagnostic).ConfigureAwait(false) is not { HasFreeSignature: true } method
            || !method.Parts.Where(part => part.HasBody).All(OnlyContinues)
            || await method.IsUsedElsewhereAsync(context.CancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var wrapper = HookMethodRules.Returns(method.Symbol) switch
        {
            HookReturn.TaskOfResult => nameof(Task),
            HookReturn.ValueTaskOfResult => "ValueTask",
            _ => null,
        };
        if (DroppedValues.Change(method, wrapper) is { } dropped)
            OfferSolution(context, diagnostic, $"Return {wrapper ?? "void"}", dropped);
    }

    private static bool OnlyContinues(HookMethod.Part part) =>
        ReturnedValues.Of(part.Syntax) is { Count: > 0 } values
        && values.All(value => IsContinue(CompletedValue.Find(value, part.Semantics) ?? value, part.Semantics));

    private static bool IsContinue(ExpressionSyntax value, SemanticModel semantics) =>
        semantics.GetSymbolInfo(value).Symbol is IPropertySymbol { Name: "Continue", IsStatic: true } answer
        && SymbolNames.IsHooksType(answer.ContainingType, MetadataNames.HookResult);
}
