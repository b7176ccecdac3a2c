using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Architecture.Tests.Surface;

/// <summary>One member as its line: attributes, modifiers, and everything that a caller's code depends on.</summary>
internal static class SurfaceMember
{
    public static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.NameOnly,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static string Declare(ISymbol member) => SurfaceAttributes.Of(member) + member switch
    {
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field => $"{field.Name} = {Value(field.ConstantValue)}",
        IFieldSymbol field => $"{Modifiers(field)}{field.ToDisplayString(Format)}{(field.HasConstantValue ? $" = {Value(field.ConstantValue)}" : "")}",
        IPropertySymbol property => $"{Modifiers(property)}{Signature(property)} {{ {Accessors(property)}}}",
        IEventSymbol happening => $"{Modifiers(happening)}event {happening.ToDisplayString(Format)}",
        IMethodSymbol method => $"{SurfaceAttributes.OfReturn(method)}{Modifiers(method)}{Signature(method)}{Constraints(method.TypeParameters)}",
        _ => throw new InvalidOperationException($"Nobody has said how {member} is written."),
    };

    public static string Parameters(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(Parameter));

    public static string Constraints(IEnumerable<ITypeParameterSymbol> parameters) => string.Concat(
        from parameter in parameters
        let all = Constraints(parameter).ToList()
        where all.Count > 0
        select $" where {parameter.Name} : {string.Join(", ", all)}");

    private static IEnumerable<string> Constraints(ITypeParameterSymbol parameter)
    {
        if (parameter.HasReferenceTypeConstraint)
            yield return parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class";
        if (parameter.HasUnmanagedTypeConstraint)
            yield return "unmanaged";
        else if (parameter.HasValueTypeConstraint)
            yield return "struct";
        if (parameter.HasNotNullConstraint)
            yield return "notnull";
        foreach (var type in parameter.ConstraintTypes)
            yield return type.ToDisplayString(Format);
        if (parameter.HasConstructorConstraint)
            yield return "new()";
        if (parameter.AllowsRefLikeType)
            yield return "allows ref struct";
    }

    private static string Signature(IMethodSymbol method)
    {
        var head = method.WithoutParameters();
        return $"{head}({(method.IsExtensionMethod ? "this " : "")}{Parameters(method)})";
    }

    private static string Signature(IPropertySymbol property) => property.IsIndexer
        ? $"{Ref(property.RefKind)}{property.Type.ToDisplayString(Format)} this[{string.Join(", ", property.Parameters.Select(Parameter))}]"
        : property.ToDisplayString(Format);

    private static string WithoutParameters(this IMethodSymbol method) =>
        method.ToDisplayString(Format.WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef));

    private static string Parameter(IParameterSymbol parameter) =>
        SurfaceAttributes.Of(parameter) + (parameter.ScopedKind == ScopedKind.ScopedValue ? "scoped " : "") + parameter.ToDisplayString(Format);

    private static string Accessors(IPropertySymbol property) =>
        Accessor(property.GetMethod, "get") + Accessor(property.SetMethod, property.SetMethod?.IsInitOnly == true ? "init" : "set");

    private static string Accessor(IMethodSymbol? accessor, string name) => accessor switch
    {
        null => "",
        _ when !AssemblySurface.IsVisible(accessor) => "",
        { DeclaredAccessibility: Accessibility.Public } => $"{name}; ",
        _ when accessor.AssociatedSymbol!.DeclaredAccessibility != Accessibility.Public => $"{name}; ",
        _ => $"protected {name}; ",
    };

    private static string Modifiers(ISymbol member) => string.Concat(
        member.DeclaredAccessibility == Accessibility.Public ? "public " : "protected ",
        member is IFieldSymbol { IsConst: true } ? "const " : member.IsStatic ? "static " : "",
        member is IFieldSymbol { IsConst: false, IsReadOnly: true } ? "readonly " : "",
        member.ContainingType.TypeKind == TypeKind.Interface && !member.IsStatic ? member.IsVirtual ? "virtual " : "" : Inheritance(member),
        member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } ? "required " : "",
        member is IMethodSymbol { IsReadOnly: true, IsStatic: false, ContainingType: { TypeKind: TypeKind.Struct, IsReadOnly: false } } ? "readonly " : "");

    private static string Inheritance(ISymbol member) =>
        (member.IsSealed && member.IsOverride ? "sealed " : "") + (member.IsAbstract ? "abstract " : member.IsOverride ? "override " : member.IsVirtual ? "virtual " : "");

    private static string Ref(RefKind kind) => kind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };

    private static string Value(object? value) => SymbolDisplay.FormatPrimitive(value!, quoteStrings: true, useHexadecimalNumbers: false) ?? "null";
}
