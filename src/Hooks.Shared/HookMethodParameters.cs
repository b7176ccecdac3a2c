using Microsoft.CodeAnalysis;

namespace Hooks.Shared;

/// <summary>The part of the rules that concerns parameters: (context) or (context, token), by value.</summary>
internal static class HookMethodParameters
{
    /// <summary>Whether a method's parameters are those of a hook at a point.</summary>
    /// <param name="method">The method.</param>
    /// <param name="point">The point; where it is unknown, any context will do.</param>
    public static bool AreValid(IMethodSymbol method, HookPointFacts? point)
    {
        var parameters = method.Parameters;
        if (parameters.Length is not (1 or 2) || method.IsVararg)
            return false;
        foreach (var parameter in parameters)
        {
            // The compiler refuses "scoped" on types like these, so it needs no rule.
            if (parameter is not { RefKind: RefKind.None, IsParams: false, IsOptional: false })
                return false;
        }

        return IsContext(parameters[0].Type, point) && (parameters.Length == 1 || SymbolNames.IsToken(parameters[1].Type, method.ContainingAssembly));
    }

    /// <summary>Whether a point's context can be handed to a parameter of this type: its class, or a base of it that is a context.</summary>
    public static bool IsContext(ITypeSymbol type, HookPointFacts? point)
    {
        // A generic base is refused, because emitted code would have to name what it is made of.
        if (type is not INamedTypeSymbol { Arity: 0, TypeKind: TypeKind.Class })
            return false;
        for (var given = point?.Context ?? type; given is not null; given = given.BaseType)
        {
            if (point is not null && SymbolEqualityComparer.Default.Equals(given, type))
                return true;
            if (SymbolNames.IsHooksType(given, MetadataNames.HookContext))
                return point is null;
        }

        return false;
    }
}
