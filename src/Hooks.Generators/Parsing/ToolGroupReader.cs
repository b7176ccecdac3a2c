using System.Collections.Immutable;
using Hooks.Generators.Model;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Parsing;

/// <summary>Reads <c>[assembly: ToolGroup]</c>, in an order that does not depend on files.</summary>
internal static class ToolGroupReader
{
    public static EquatableArray<ToolGroupModel> Read(ImmutableArray<AttributeData> attributes)
    {
        var groups = new List<ToolGroupModel>();
        foreach (var attribute in attributes)
        {
            if (SymbolNames.IsHooksType(attribute.AttributeClass, MetadataNames.ToolGroupAttribute) && attribute.ValueAt(0) is string group)
                groups.Add(new(group, attribute.TextsAt(1).ToEquatableArray()));
        }

        return groups
            .OrderBy(group => group.Group, StringComparer.Ordinal)
            .ThenBy(group => string.Join("|", group.Tools), StringComparer.Ordinal)
            .ToEquatableArray();
    }
}
