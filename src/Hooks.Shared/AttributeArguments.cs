using Microsoft.CodeAnalysis;

namespace Hooks.Shared;

/// <summary>The positional arguments of attributes, which may be missing or of another kind while someone types.</summary>
internal static class AttributeArguments
{
    /// <summary>The value at a place; null if there is none, or if it is an array.</summary>
    public static object? ValueAt(this AttributeData attribute, int place) =>
        attribute.ConstructorArguments is var arguments && place < arguments.Length && arguments[place].Kind != TypedConstantKind.Array
            ? arguments[place].Value
            : null;

    /// <summary>The texts of the array at a place; none if there is none.</summary>
    public static IEnumerable<string> TextsAt(this AttributeData attribute, int place) =>
        attribute.ConstructorArguments is var arguments && place < arguments.Length && arguments[place] is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? array.Values.Select(value => value.Value).OfType<string>()
            : [];
}
