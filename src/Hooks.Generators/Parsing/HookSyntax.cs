using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Generators.Parsing;

/// <summary>
/// Splits methods between the two queries by syntax alone. Both attributes have the same simple name, and without this
/// each query would bind the attributes that the other one looks for.
/// </summary>
internal static class HookSyntax
{
    /// <summary>Whether a method has an attribute with a positional argument, as <c>[Hook(HookPoint.X)]</c> always does.</summary>
    public static bool NamesPoint(SyntaxNode node, CancellationToken cancellationToken) =>
        node is MethodDeclarationSyntax method && Any(method, positional: true);

    /// <summary>Whether a method has an attribute without one, as <c>[Hook&lt;TContext&gt;]</c> always is, also behind an alias.</summary>
    public static bool NamesNoPoint(SyntaxNode node, CancellationToken cancellationToken) =>
        node is MethodDeclarationSyntax method && Any(method, positional: false);

    private static bool Any(MethodDeclarationSyntax method, bool positional)
    {
        foreach (var list in method.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (HasPositionalArgument(attribute) == positional)
                    return true;
            }
        }

        return false;
    }

    private static bool HasPositionalArgument(AttributeSyntax attribute)
    {
        if (attribute.ArgumentList is null)
            return false;
        foreach (var argument in attribute.ArgumentList.Arguments)
        {
            if (argument.NameEquals is null)
                return true;
        }

        return false;
    }
}
