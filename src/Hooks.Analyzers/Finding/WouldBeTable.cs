using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// Whether a type has <c>[HookTable]</c> and yet is not the table, which is then <c>GeneratedHooks</c>. That is an error of its own, and to
/// talk of a table that nobody has asked for would only lead away from it.
/// </summary>
internal static class WouldBeTable
{
    public static bool Exists(HookIndex index)
    {
        var asking = index.Compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            .OfType<TypeDeclarationSyntax>()
            .Where(AsksForTable)
            .Select(type => type.Identifier.ValueText)
            .ToList();
        return asking.Count > 0 && !index.Tables.Any(table => asking.Contains(table.Name));
    }

    private static bool AsksForTable(TypeDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => FileCandidates.LastOf(attribute.Name) is "HookTable" or "HookTableAttribute");
}
