using Hooks.Generators.Model;
using Hooks.Generators.Parsing;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Analyzers.Finding;

/// <summary>What the compiled assembly itself declares.</summary>
internal sealed class DeclaredHooks
{
    private readonly Dictionary<HookModel, HookSource> _valid = [];
    private readonly HashSet<string> _namesOfInvalid = new(StringComparer.Ordinal);
    private readonly List<INamedTypeSymbol> _tables = [];

    /// <summary>The hooks that will be in the table. Two of them are never equal: type, method, parameters and point tell them apart.</summary>
    public IReadOnlyDictionary<HookModel, HookSource> Valid => _valid;

    /// <summary>What the hooks with an error of their own would be called.</summary>
    public IReadOnlyCollection<string> NamesOfInvalid => _namesOfInvalid;

    /// <summary>The classes of tables, the generated one among them.</summary>
    public IReadOnlyList<INamedTypeSymbol> Tables => _tables;

    public static DeclaredHooks Find(Compilation compilation, Candidates candidates, CancellationToken cancellationToken)
    {
        var found = new DeclaredHooks();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SemanticModel? semantics = null;
            foreach (var syntax in candidates.MethodsOf(tree))
            {
                semantics ??= compilation.GetSemanticModel(tree);

                // Either part of a partial method has the attributes of both.
                if (semantics.GetDeclaredSymbol(syntax, cancellationToken) is { MethodKind: MethodKind.Ordinary } method)
                    found.Collect(method.PartialDefinitionPart ?? method, compilation);
            }

            foreach (var syntax in candidates.TablesOf(tree))
            {
                semantics ??= compilation.GetSemanticModel(tree);
                if (semantics.GetDeclaredSymbol(syntax, cancellationToken) is { } type
                    && SymbolNames.IsHooksType(type.BaseType, MetadataNames.HookTable)
                    && !found._tables.Contains(type, SymbolEqualityComparer.Default))
                {
                    found._tables.Add(type);
                }
            }
        }

        return found;
    }

    private void Collect(IMethodSymbol method, Compilation compilation)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (!SymbolNames.IsHookAttribute(attribute.AttributeClass))
                continue;
            var check = HookMethodRules.Check(method, attribute, compilation);
            if (check is { IsValid: true, Point: { } point })
                _valid[HookMethodParser.Model(method, attribute, point, check.Returns)] = new(method, attribute, point);
            else
                _namesOfInvalid.Add(HookMethodParser.NameOf(method, attribute));
        }
    }
}
