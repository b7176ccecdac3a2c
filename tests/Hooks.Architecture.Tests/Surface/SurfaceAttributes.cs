using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Architecture.Tests.Surface;

/// <summary>The attributes that users, their compiler or our generator go by.</summary>
internal static class SurfaceAttributes
{
    public static string Of(ISymbol symbol) => Render(symbol.GetAttributes(), "");

    public static string OfReturn(IMethodSymbol method) => Render(method.GetReturnTypeAttributes(), "return: ");

    private static string Render(ImmutableArray<AttributeData> attributes, string target) => string.Concat(
        attributes.Where(Matters).Select(attribute => $"[{target}{Render(attribute)}] ").Order(StringComparer.Ordinal));

    // The first two are what the compiler makes of modifiers and annotations, and of private workings.
    private static bool Matters(AttributeData attribute) =>
        attribute.AttributeClass is { DeclaredAccessibility: Accessibility.Public } type
        && type.ContainingNamespace.ToDisplayString() is not ("System.Runtime.CompilerServices" or "System.Diagnostics")
        && type.Name is not "DefaultMemberAttribute";

    private static string Render(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.ToDisplayString(SurfaceMember.Format);
        if (name.EndsWith("Attribute", StringComparison.Ordinal))
            name = name[..^"Attribute".Length];
        var arguments = attribute.ConstructorArguments.Select(Value)
            .Concat(attribute.NamedArguments.OrderBy(argument => argument.Key, StringComparer.Ordinal).Select(argument => $"{argument.Key} = {Value(argument.Value)}"));
        var list = string.Join(", ", arguments);
        return list.Length > 0 ? $"{name}({list})" : name;
    }

    private static string Value(TypedConstant constant) => constant.ToCSharpString().Replace("Hooks.", "", StringComparison.Ordinal);
}
