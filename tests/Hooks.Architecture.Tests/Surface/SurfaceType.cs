using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooks.Architecture.Tests.Surface;

/// <summary>One type that users can see.</summary>
/// <param name="Name">Its full name with the number of its type parameters, by which types are sorted.</param>
/// <param name="Declaration">Its own line.</param>
/// <param name="Members">The lines of its members, sorted.</param>
internal sealed record SurfaceType(string Name, string Declaration, ImmutableArray<string> Members)
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.CSharpErrorMessageFormat;

    public static SurfaceType Of(INamedTypeSymbol type) => new(
        type.ToDisplayString(Full),
        Declare(type),
        [
            .. type.GetMembers()
                .Where(member => AssemblySurface.IsVisible(member) && member is not INamedTypeSymbol && !IsImplied(member, type))
                .OrderBy(member => Order(member, type))
                .ThenBy(member => member.Name, StringComparer.Ordinal)
                .ThenBy(SurfaceMember.Declare, StringComparer.Ordinal)
                .Select(SurfaceMember.Declare),
        ]);

    private static string Declare(INamedTypeSymbol type)
    {
        if (type is { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke })
            return $"{SurfaceAttributes.Of(type)}public delegate {invoke.ReturnType.ToDisplayString(SurfaceMember.Format)} {type.ToDisplayString(Full)}({SurfaceMember.Parameters(invoke)})";

        var bases = Bases(type).ToList();
        return $"{SurfaceAttributes.Of(type)}{Accessibility(type)}{Modifiers(type)}{Kind(type)} {type.ToDisplayString(Full)}"
            + (bases.Count > 0 ? $" : {string.Join(", ", bases)}" : "") + SurfaceMember.Constraints(type.TypeParameters);
    }

    private static IEnumerable<string> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
            return [type.EnumUnderlyingType!.ToDisplayString(SurfaceMember.Format)];
        var interfaces = type.Interfaces.Where(AssemblySurface.IsVisible).Select(part => part.ToDisplayString(SurfaceMember.Format)).Order(StringComparer.Ordinal);
        return type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent }
            ? interfaces.Prepend(parent.ToDisplayString(SurfaceMember.Format))
            : interfaces;
    }

    private static string Accessibility(INamedTypeSymbol type) => type.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public ? "public " : "protected ";

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => "static ",
        { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
        { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
        { TypeKind: TypeKind.Struct } => (type.IsReadOnly ? "readonly " : "") + (type.IsRefLikeType ? "ref " : ""),
        _ => "",
    };

    private static string Kind(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Enum => "enum",
        TypeKind.Interface => "interface",
        TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
        _ => type.IsRecord ? "record" : "class",
    };

    // Accessors stand with their property, and what a delegate or enum has anyway is not worth a line.
    private static bool IsImplied(ISymbol member, INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate || member.Name.StartsWith('<')
        || member is IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.ExplicitInterfaceImplementation or MethodKind.StaticConstructor }
        || (member is IMethodSymbol { MethodKind: MethodKind.Constructor } && type.TypeKind == TypeKind.Enum)
        || (member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } && type.TypeKind == TypeKind.Struct && member.IsImplicitlyDeclared);

    // Members of an enum by their number, as one reads them; constructors first elsewhere.
    private static ulong Order(ISymbol member, INamedTypeSymbol type) => member switch
    {
        IFieldSymbol { HasConstantValue: true, ConstantValue: { } value } when type.TypeKind == TypeKind.Enum => unchecked((ulong)Convert.ToInt64(value, null)),
        IMethodSymbol { MethodKind: MethodKind.Constructor } => 0,
        _ => 1,
    };
}
