using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK003: a verdict at a point where nobody reads one.</summary>
internal sealed class Hook003VerdictAtObserveOnlyPoint : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.VerdictAtObserveOnlyPoint,
        title: "A hook gives a verdict where hooks only observe",
        messageFormat: "The hook '{0}' gives a verdict at {1}, where hooks only observe; return {2}{3}",
        DiagnosticSeverity.Error,
        NeverSilent);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (!hook.Check.Violations.HasFlag(HookViolations.VerdictAtObserveOnlyPoint) || !hook.HasOwnSignature || hook.Check.Point is not { } point)
            return;
        var others = point.IsCustom ? [] : Correspondence.Of(point.Name);
        report(Diagnostic.Create(
            Rule,
            PlaceOf(hook.Syntax).GetLocation(),
            PropertiesFor(hook, point, others),
            hook.Method.Name,
            point.Name,
            AllowedReturn.Nearest(hook.Method).Nothing,
            Advice(hook, point, others)));
    }

    // The point, because the same method may give its verdict at other points with good reason.
    private static SyntaxNode PlaceOf(AttributeSyntax attribute) =>
        (SyntaxNode?)attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression ?? attribute.Name;

    private static string Advice(HookDeclaration hook, HookPointFacts point, ImmutableArray<string> others) => point switch
    {
        { IsCustom: true } when SymbolEqualityComparer.Default.Equals(point.Context.ContainingAssembly, hook.Hooks.Compilation.Assembly) =>
            $", or say 'Blocking = true' at the [HookPoint] of {point.Context.Name}",
        _ when others.IsEmpty => string.Empty,
        _ => $", or hook {string.Join(" or ", others)}, where verdicts are read",
    };

    private static ImmutableDictionary<string, string?> PropertiesFor(HookDeclaration hook, HookPointFacts point, ImmutableArray<string> others)
    {
        var hooked = MethodHooks.Of(hook).Points;
        var possible = others.Where(name =>
            hook.Hooks.Points.Find(name) is { } other
            && SymbolEqualityComparer.Default.Equals(other.Context, point.Context)
            && !hooked.Any(taken => taken.Number == other.Number));
        return ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Wrapper, AllowedReturn.Nearest(hook.Method).Nothing is "void" ? null : AllowedReturn.Nearest(hook.Method).Nothing)
            .Add(FixProperties.Verdict, hooked.Any(taken => taken.IsBlocking) ? null : bool.TrueString)
            .Add(FixProperties.Point, point.Name)
            .Add(FixProperties.OtherPoints, string.Join("|", possible));
    }
}
