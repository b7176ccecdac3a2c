using Microsoft.CodeAnalysis;

namespace Hooks.Shared;

/// <summary>Methods whose type and parameters an interface prescribes.</summary>
internal static class Implementations
{
    /// <summary>Whether a method implements a member of an interface, explicitly or by its name.</summary>
    public static bool Has(IMethodSymbol method) =>
        !method.ExplicitInterfaceImplementations.IsEmpty
        || method.ContainingType.AllInterfaces.Any(type => type.GetMembers(method.Name).Any(member =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));
}
