using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>The properties of a class of contexts, by name, base classes included.</summary>
internal sealed class ContextMembers
{
    private readonly Dictionary<string, IPropertySymbol> _members = new(StringComparer.Ordinal);

    public ContextMembers(INamedTypeSymbol context)
    {
        for (var type = context; type is not null; type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (!property.IsStatic && !property.IsIndexer && !_members.ContainsKey(property.Name))
                    _members.Add(property.Name, property);
            }
        }
    }

    public bool Has(string member) => _members.ContainsKey(member);

    /// <summary>Whether the member is data of the moment. What all contexts have (<c>Items</c>, <c>Services</c>, ids) is none, but may tell one case from another.</summary>
    public bool IsData(string member) => _members.TryGetValue(member, out var property) && !SymbolNames.IsHooksType(property.ContainingType, MetadataNames.HookContext);

    /// <summary>Whether the member is given by the host for good, so that hooks tell their cases apart by it.</summary>
    public bool IsFixed(string member) => _members.TryGetValue(member, out var property) && property.SetMethod is null or { IsInitOnly: true };

    /// <summary>Whether the member holds named arguments.</summary>
    public bool IsArguments(string member) => _members.TryGetValue(member, out var property) && SymbolNames.IsHooksType(property.Type, MetadataNames.HookArguments);

    /// <summary>Whether a local that the member is put into holds a copy: of a text or a number.</summary>
    public bool IsText(string member) => _members.TryGetValue(member, out var property) && (property.Type.IsValueType || property.Type.SpecialType == SpecialType.System_String);
}
