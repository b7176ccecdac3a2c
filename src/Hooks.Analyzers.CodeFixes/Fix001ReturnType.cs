using System.Composition;
using Hooks.Analyzers.CodeFixes.Methods;
using Hooks.Analyzers.CodeFixes.Returns;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Lets a hook return the nearest allowed type: a verdict made of its values, or nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix001ReturnType() : HookCodeFix(DiagnosticIds.ReturnType)
{
    /// <inheritdoc/>
    protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (await HookMethod.FindAsync(context, root, diagnostic).ConfigureAwait(false) is not { HasFreeSignature: true } method)
            return;
        var type = method.Symbol.ReturnType;
        var value = type;
        diagnostic.Properties.TryGetValue(FixProperties.Wrapper, out var wrapper);
        if (wrapper is not null)
        {
            // Something of its own that can be awaited: nobody knows what it would be as a task.
            if (!SymbolNames.IsInTasks((INamedTypeSymbol)type, method.Symbol.ContainingAssembly) || ((INamedTypeSymbol)type).TypeArguments is not [var inner])
                return;
            value = inner;
        }

        if (diagnostic.Properties.TryGetValue(FixProperties.Verdict, out var mayGiveVerdict) && mayGiveVerdict is not null)
        {
            var answer = wrapper is null ? "HookResult" : $"{wrapper}<HookResult>";
            if (value.SpecialType == SpecialType.System_Boolean)
            {
                OfferVerdict($"Return {answer}: true is Continue, false is Cancel", trueIsContinue: true);
                OfferVerdict($"Return {answer}: true is Cancel, false is Continue", trueIsContinue: false);
            }
            else
            {
                OfferVerdict(value.SpecialType == SpecialType.System_String ? $"Return {answer}: a text is the reason to cancel" : $"Return {answer}", trueIsContinue: true);
            }
        }

        if (DroppedValues.Change(method, wrapper) is { } dropped)
            OfferSolution(context, diagnostic, $"Return {wrapper ?? "void"}", dropped);

        void OfferVerdict(string title, bool trueIsContinue)
        {
            if (method.ChangeReturns(part => GivenVerdicts.Change(part, wrapper, new(method.Symbol, part.Semantics, value, trueIsContinue)), Names.Verdict(wrapper)) is { } changed)
                OfferSolution(context, diagnostic, title, changed, OnlyFor(value));
        }

        // What true means in one method says nothing of another, so that they are not mended together.
        string OnlyFor(ITypeSymbol answer) => answer.SpecialType == SpecialType.System_Boolean ? method.Symbol.ToDisplayString() : string.Empty;
    }
}
