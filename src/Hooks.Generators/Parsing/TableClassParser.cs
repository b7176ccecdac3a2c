using System.Collections.Immutable;
using Hooks.Generators.Model;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Generators.Parsing;

/// <summary>Finds the class that asks for the table.</summary>
internal static class TableClassParser
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is ClassDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    public static TableClassModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        if (type is not { ContainingType: null, IsStatic: false, IsAbstract: false, Arity: 0, IsFileLocal: false } || !IsBaseFree(type))
            return null;
        return new()
        {
            Name = CSharpNames.Escape(type.Name),
            Namespace = CSharpNames.Declaration(type.ContainingNamespace),
            Accessibility = type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
        };
    }

    /// <summary>One assembly has one table: where several classes ask for it, the first by full name gets it.</summary>
    public static TableClassModel? First(ImmutableArray<TableClassModel?> classes)
    {
        TableClassModel? first = null;
        foreach (var candidate in classes)
        {
            if (candidate is not null && (first is null || string.CompareOrdinal(FullName(candidate), FullName(first)) < 0))
                first = candidate;
        }

        return first;
    }

    private static bool IsBaseFree(INamedTypeSymbol type) =>
        type.BaseType is { SpecialType: SpecialType.System_Object } || SymbolNames.IsHooksType(type.BaseType, MetadataNames.HookTable);

    private static string FullName(TableClassModel table) => table.Namespace.Length == 0 ? table.Name : table.Namespace + "." + table.Name;
}
