using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK001: a return type that no hook may have, so that the method would never be called.</summary>
internal sealed class Hook001ReturnType : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ReturnType,
        title: "A hook returns what no hook may return",
        messageFormat: "The hook '{0}' returns '{1}', which no hook may return; return {2}",
        DiagnosticSeverity.Error,
        NeverSilent);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (!hook.Check.Violations.HasFlag(HookViolations.ReturnType) || !hook.HasOwnSignature || IsUnknown(hook.Method.ReturnType))
            return;
        var all = MethodHooks.Of(hook);
        if (!all.IsFirstWith(HookViolations.ReturnType, hook))
            return;

        var place = hook.Owner switch
        {
            MethodDeclarationSyntax method => method.ReturnType.GetLocation(),
            LocalFunctionStatementSyntax function => function.ReturnType.GetLocation(),
            ParenthesizedLambdaExpressionSyntax { ReturnType: { } type } => type.GetLocation(),
            _ => hook.NameLocation,
        };
        var (nothing, verdict) = AllowedReturn.Nearest(hook.Method);
        var advice = all.ObserveOnly is { } point
            ? $"{nothing}, because hooks at {point.Name} only observe"
            : $"{verdict} to give a verdict, or {nothing}";
        report(Diagnostic.Create(
            Rule,
            place,
            AllowedReturn.PropertiesFor(hook.Method, all.ObserveOnly is null),
            hook.Method.Name,
            AllowedReturn.Describe(hook.Method),
            advice));
    }

    // The compiler has said that it does not know the type.
    private static bool IsUnknown(ITypeSymbol type) => type.TypeKind == TypeKind.Error || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsUnknown));
}
