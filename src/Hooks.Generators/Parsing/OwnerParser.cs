using Hooks.Generators.Model;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Parsing;

/// <summary>Describes the class of an instance hook.</summary>
internal static class OwnerParser
{
    public static OwnerModel Parse(INamedTypeSymbol type, string name, string reference)
    {
        var constructor = FindConstructor(type);
        return new()
        {
            Name = name,
            Reference = reference,
            CanCreate = constructor is not null,
            CanCreateElsewhere = constructor is { DeclaredAccessibility: Accessibility.Public },
            IsPublic = Reachability.IsPublic(type),
        };
    }

    private static IMethodSymbol? FindConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.IsEmpty && Reachability.IsWithinAssembly(constructor.DeclaredAccessibility) && !Reachability.IsObsoleteError(constructor))
                return SetsAllRequired(constructor) || !HasRequiredMember(type) ? constructor : null;
        }

        return null;
    }

    private static bool SetsAllRequired(IMethodSymbol constructor)
    {
        foreach (var attribute in constructor.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute")
                return true;
        }

        return false;
    }

    private static bool HasRequiredMember(INamedTypeSymbol type)
    {
        for (var declaring = type; declaring is { SpecialType: not SpecialType.System_Object }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                    return true;
            }
        }

        return false;
    }
}
