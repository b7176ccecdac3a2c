using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>What is wrong with the parameters of a hook: the mistake whose mending leads furthest.</summary>
/// <param name="Cause">Which mistake it is, for the fix.</param>
/// <param name="Place">Where it is.</param>
/// <param name="What">What the hook does, as the second part of a sentence about it.</param>
/// <param name="Instead">What it should do.</param>
internal sealed record ParameterMistake(ParameterCause Cause, Location Place, string What, string Instead)
{
    private const string OtherSources = "a hook takes its context and, if it likes, a CancellationToken; anything else comes from its class's constructor or the context's Services";

    /// <summary>Null where the compiler has already said that it does not know a type.</summary>
    public static ParameterMistake? Find(HookDeclaration hook, MethodHooks all)
    {
        var parameters = hook.Method.Parameters;
        if (parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error))
            return null;

        var list = ListOf(hook.Owner);
        var whole = list?.GetLocation() ?? hook.NameLocation;
        var take = "take " + Wanted(hook, all);
        if (parameters.Length == 0)
            return hook.Method.IsVararg ? new(ParameterCause.Other, whole, "has variable arguments", OtherSources) : new(ParameterCause.None, whole, "takes no context", take);

        var first = parameters[0];
        if (IsToken(first, hook))
        {
            return parameters.Length == 2 && all.Points.All(point => HookMethodParameters.IsContext(parameters[1].Type, point))
                ? new(ParameterCause.Order, whole, "takes the token before the context", "the context comes first")
                : new(ParameterCause.OnlyToken, whole, "takes no context, only a token", take + " in front of it");
        }

        if (!HookMethodParameters.IsContext(first.Type, hook.Check.Point))
        {
            var name = first.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            return first.Type switch
            {
                var type when !IsAnyContext(type) => new(ParameterCause.NoContext, At(0), $"takes '{name}' where its context belongs", take),
                INamedTypeSymbol { Arity: > 0 } => new(ParameterCause.Context, At(0), $"takes '{name}', which is generic", take),
                var type => new(ParameterCause.Context, At(0), $"takes a {type.Name}, which {hook.Check.Point?.Name ?? "its point"} does not give", take),
            };
        }

        if (Passing(first, "its context") is { } ofContext)
            return ofContext with { Place = Narrow(0, ofContext.Cause) };
        if (parameters.Length == 1)
            return new(ParameterCause.Other, whole, "has variable arguments", OtherSources);

        var second = parameters[1];
        if (parameters.Length > 2 || !SymbolNames.IsToken(second.Type, hook.Method.ContainingAssembly))
        {
            var extra = parameters.Length > 2 && IsToken(second, hook) ? 2 : 1;
            var cause = parameters.Length > 2 ? ParameterCause.Extra : IsNullableToken(second.Type, hook) ? ParameterCause.NullableToken : ParameterCause.SecondNotToken;
            return new(cause, At(extra), $"takes '{parameters[extra].Name}', which nobody can give it", cause == ParameterCause.NullableToken ? "take a CancellationToken, which is never null" : OtherSources);
        }

        return Passing(second, "its token") is { } ofToken
            ? ofToken with { Place = Narrow(1, ofToken.Cause) }
            : new(ParameterCause.Other, whole, "has variable arguments", OtherSources);

        Location At(int index) => list is not null && index < list.Parameters.Count ? list.Parameters[index].GetLocation() : whole;

        Location Narrow(int index, ParameterCause cause) =>
            cause == ParameterCause.Default && list is not null && index < list.Parameters.Count && list.Parameters[index].Default is { } value ? value.GetLocation() : At(index);
    }

    private static ParameterMistake? Passing(IParameterSymbol parameter, string what) => parameter switch
    {
        { IsParams: true } => new(ParameterCause.Reference, Location.None, $"takes {what} as 'params'", "take it as a parameter of its own"),
        { RefKind: not RefKind.None } => new(ParameterCause.Reference, Location.None, $"takes {what} by '{Keyword(parameter.RefKind)}'", "take it by value"),
        { IsOptional: true } => new(ParameterCause.Default, Location.None, $"has a default value for {what}", "remove it, because a value is always passed"),
        _ => null,
    };

    private static string Keyword(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        RefKind.In => "in",
        _ => "ref readonly",
    };

    // What the parameter has to be for all of the method's points, and whose context that is.
    private static string Wanted(HookDeclaration hook, MethodHooks all)
    {
        if (all.Context is not { } context)
            return "the context that its point gives";
        return all.Points.Count == 1 || all.Points.All(point => SymbolEqualityComparer.Default.Equals(point.Context, context))
            ? $"the {context.Name} that {(hook.Check.Point ?? all.Points[0]).Name} gives"
            : $"the {context.Name} that all its points give";
    }

    private static bool IsToken(IParameterSymbol parameter, HookDeclaration hook) =>
        SymbolNames.IsToken(parameter.Type, hook.Method.ContainingAssembly) || IsNullableToken(parameter.Type, hook);

    private static bool IsNullableToken(ITypeSymbol type, HookDeclaration hook) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } && SymbolNames.IsToken(inner, hook.Method.ContainingAssembly);

    private static bool IsAnyContext(ITypeSymbol type)
    {
        for (var given = type; given is not null; given = given.BaseType)
        {
            if (SymbolNames.IsHooksType(given, MetadataNames.HookContext))
                return true;
        }

        return false;
    }

    private static ParameterListSyntax? ListOf(SyntaxNode owner) => owner switch
    {
        MethodDeclarationSyntax method => method.ParameterList,
        LocalFunctionStatementSyntax function => function.ParameterList,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList,
        _ => null,
    };
}
