using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>A public property of a context, as the page shows it.</summary>
internal sealed record ContextField(string Name, string Type, string Written, string Meaning)
{
    private const string ByTheHost = "The host fills it in.";

    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<ContextField> Of(Type context) => context
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.Name != nameof(HookContext.Final) || context == typeof(HookContext))
        .OrderBy(property => property.MetadataToken)
        .Select(Read);

    private static ContextField Read(PropertyInfo property)
    {
        var meaning = Documentation.Of($"P:{property.DeclaringType!.FullName}.{property.Name}");
        return new(
            property.Name,
            NameOf(property.PropertyType) + (IsNullableReference(property) ? "?" : ""),
            meaning.Contains(ByTheHost, StringComparison.Ordinal) ? "by the host" : Writing(property),
            meaning.Replace(ByTheHost, "", StringComparison.Ordinal).TrimEnd());
    }

    private static bool IsNullableReference(PropertyInfo property) =>
        !property.PropertyType.IsValueType && Nullability.Create(property).ReadState == NullabilityState.Nullable;

    private static string Writing(PropertyInfo property)
    {
        if (property.SetMethod is not { IsPublic: true } setter)
            return "read-only";
        if (property.IsDefined(typeof(RequiredMemberAttribute)))
            return "required, fixed";
        return setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "fixed" : "can change";
    }

    private static string NameOf(Type type)
    {
        if (System.Nullable.GetUnderlyingType(type) is { } value)
            return NameOf(value) + "?";
        if (type.IsGenericType)
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
        return type switch
        {
            _ when type == typeof(string) => "string",
            _ when type == typeof(object) => "object",
            _ when type == typeof(bool) => "bool",
            _ when type == typeof(int) => "int",
            _ when type == typeof(long) => "long",
            _ when type == typeof(double) => "double",
            _ when type == typeof(decimal) => "decimal",
            _ => type.Name,
        };
    }
}
