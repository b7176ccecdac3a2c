using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>Which hooks the generated file has: each by its description or, where it has none, by its method.</summary>
internal static class TableText
{
    /// <summary>The hooks of the table.</summary>
    public static HashSet<string> Hooks(SyntaxTree? table) =>
        [.. Root(table).OfType<ObjectCreationExpressionSyntax>()
            .Where(creation => creation.Type.ToString().EndsWith(nameof(HookDescriptor), StringComparison.Ordinal))
            .Select(creation => NameOf(creation.Initializer!.Expressions.OfType<AssignmentExpressionSyntax>().Select(member => (member.Left.ToString(), member.Right))))];

    /// <summary>The hooks that other assemblies can see.</summary>
    public static HashSet<string> Manifest(SyntaxTree? table) =>
        [.. Root(table).OfType<AttributeSyntax>()
            .Where(attribute => attribute.Name.ToString().EndsWith("HookManifest", StringComparison.Ordinal))
            .Select(attribute => NameOf(attribute.ArgumentList!.Arguments.Where(argument => argument.NameEquals is not null).Select(argument => (argument.NameEquals!.Name.ToString(), argument.Expression))))];

    private static IEnumerable<SyntaxNode> Root(SyntaxTree? table) => table?.GetRoot().DescendantNodes() ?? [];

    private static string NameOf(IEnumerable<(string Name, ExpressionSyntax Value)> members)
    {
        var values = members.Where(member => member.Name is nameof(HookDescriptor.Description) or nameof(HookDescriptor.Method))
            .ToDictionary(member => member.Name, member => ((LiteralExpressionSyntax)member.Value).Token.ValueText);
        return values.GetValueOrDefault(nameof(HookDescriptor.Description)) ?? values[nameof(HookDescriptor.Method)];
    }
}
