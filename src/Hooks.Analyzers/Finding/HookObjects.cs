using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// Whether a table can come to an object of a class with instance hooks. Anything in the code that might lead to one counts: a name
/// is enough, because whoever makes, derives, registers or deserialises the class has to write it.
/// </summary>
internal static class HookObjects
{
    private const string GeneratedFile = "Hooks.g.cs";
    private const string Container = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    /// <summary>Whether no constructor can be called from outside of the class, and nothing within makes an object either.</summary>
    public static bool CannotExist(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            // The copy constructor of a record needs an object; one with an attribute may be meant for a serialiser.
            if (constructor.Parameters is [{ Type: var only }] && SymbolEqualityComparer.Default.Equals(only, type))
                continue;
            if (Reachability.IsWithinAssembly(constructor.DeclaredAccessibility) || !constructor.GetAttributes().IsEmpty)
                return false;
            if (constructor.DeclaredAccessibility == Accessibility.Protected && !type.IsSealed && (Reachability.IsPublic(type) || HasFriends(type)))
                return false;
        }

        return !IsNamedElsewhere(type, compilation, cancellationToken)
            && !type.DeclaringSyntaxReferences.Any(part => MakesItself(part.GetSyntax(cancellationToken), type, compilation, cancellationToken));
    }

    /// <summary>Whether an assembly without a table hides a class that has to be handed in, and gives it to no service provider.</summary>
    public static bool CannotBeHandedOver(INamedTypeSymbol type, HookIndex index, CancellationToken cancellationToken) =>
        !index.Assembly.IsExecutable
        && index.Tables.Count == 0
        && !index.IsTestProject
        && !Reachability.IsPublic(type)
        && !HasFriends(type)
        && type.GetAttributes().IsEmpty
        && index.Compilation.GetTypesByMetadataName(Container).IsEmpty
        && !IsNamedElsewhere(type, index.Compilation, cancellationToken);

    private static bool HasFriends(INamedTypeSymbol type) =>
        type.ContainingAssembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");

    private static bool IsNamedElsewhere(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // What the generator writes names every class with hooks, and makes none that it has not been given.
            if (tree.FilePath.EndsWith(GeneratedFile, StringComparison.Ordinal) || tree.GetText(cancellationToken).ToString().IndexOf(type.Name, StringComparison.Ordinal) < 0)
                continue;
            foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (name.Identifier.ValueText == type.Name && !type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == tree && part.Span.Contains(name.Span)))
                    return true;
            }
        }

        return false;
    }

    private static bool MakesItself(SyntaxNode part, INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var node in part.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == type.Name && IsUsedToMake(name))
                return true;
            if (node is ImplicitObjectCreationExpressionSyntax creation
                && SymbolEqualityComparer.Default.Equals(compilation.GetSemanticModel(part.SyntaxTree).GetTypeInfo(creation, cancellationToken).Type, type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUsedToMake(SyntaxNode name)
    {
        while (name.Parent is NameSyntax qualified)
            name = qualified;
        return name.Parent is ObjectCreationExpressionSyntax or TypeOfExpressionSyntax or TypeArgumentListSyntax or BaseTypeSyntax or CastExpressionSyntax or BinaryExpressionSyntax;
    }
}
