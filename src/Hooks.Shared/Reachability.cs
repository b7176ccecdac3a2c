using Microsoft.CodeAnalysis;

namespace Hooks.Shared;

/// <summary>What code in another file, or in another assembly, can name.</summary>
internal static class Reachability
{
    /// <summary>Whether all of these types, from the inside out, can be named by the table of an assembly.</summary>
    /// <param name="type">The type; its containing types count too.</param>
    /// <param name="table">The assembly that holds the table.</param>
    public static bool CanBeNamed(INamedTypeSymbol type, IAssemblySymbol table)
    {
        return CanBeNamed(type, SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, table) || (type.ContainingAssembly?.GivesAccessTo(table) ?? false));
    }

    /// <summary>The same for a type whose internal members are known to be in sight, or not to be.</summary>
    public static bool CanBeNamed(INamedTypeSymbol type, bool seesInternals)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.Arity != 0 || outer.IsFileLocal || outer.Name.Length == 0)
                return false;
            if (outer.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) || IsObsoleteError(outer))
                return false;
            if (outer.DeclaredAccessibility != Accessibility.Public && !(seesInternals && IsInternal(outer.DeclaredAccessibility)))
                return false;
        }

        return true;
    }

    /// <summary>Whether any code of the same assembly may use a member of this accessibility.</summary>
    public static bool IsWithinAssembly(Accessibility accessibility) =>
        accessibility == Accessibility.Public || IsInternal(accessibility);

    /// <summary>Whether any use is an error, which nothing can silence.</summary>
    public static bool IsObsoleteError(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == nameof(ObsoleteAttribute) && attribute.ValueAt(1) is true)
                return true;
        }

        return false;
    }

    /// <summary>Whether other assemblies can name the type.</summary>
    public static bool IsPublic(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility != Accessibility.Public)
                return false;
        }

        return true;
    }

    private static bool IsInternal(Accessibility accessibility) => accessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
