using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Benchmarks.Generator;

/// <summary>
/// How such a generator is usually written first: every method with an attribute is looked up in the semantic model.
/// It is fair in that it does nothing else: its model is a string, and its output is cached.
/// </summary>
internal sealed class NaiveGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is MethodDeclarationSyntax { AttributeLists.Count: > 0 },
                static (found, cancellationToken) =>
                    found.SemanticModel.GetDeclaredSymbol(found.Node, cancellationToken) is { } method
                    && method.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "Hooks.HookAttribute")
                        ? method.ToDisplayString()
                        : null)
            .Where(static name => name is not null)
            .Collect();
        context.RegisterSourceOutput(names, static (output, names) => output.AddSource("Hooks.g.cs", NamesText.Of(names!)));
    }
}

/// <summary>The least that a generator for this attribute can do: the query made for the purpose, and the method's name.</summary>
internal sealed class BareGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider
            .ForAttributeWithMetadataName("Hooks.HookAttribute", static (_, _) => true, static (found, _) => found.TargetSymbol.Name)
            .Collect();
        context.RegisterSourceOutput(names, static (output, names) => output.AddSource("Hooks.g.cs", NamesText.Of(names)));
    }
}

internal static class NamesText
{
    public static SourceText Of(ImmutableArray<string> names) =>
        SourceText.From(string.Concat(names.Select(name => $"// {name}\n")), Encoding.UTF8);
}
