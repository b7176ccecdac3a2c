using Hooks.Generators.Model;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Parsing;

/// <summary>What the compiled assembly itself says.</summary>
internal sealed record AssemblyFacts
{
    public required string Name { get; init; }

    public required bool IsExecutable { get; init; }

    public required EquatableArray<ToolGroupModel> ToolGroups { get; init; }

    /// <summary>The names of <c>[assembly: ExcludeHooks]</c>.</summary>
    public required EquatableArray<string> Excluded { get; init; }

    // Attributes of the assembly are few, and asking for them is cheaper than a query over all files.
    public static AssemblyFacts Read(Compilation compilation)
    {
        var attributes = compilation.Assembly.GetAttributes();
        return new()
        {
            Name = compilation.Assembly.Name,
            IsExecutable = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication,
            ToolGroups = ToolGroupReader.Read(attributes),
            Excluded = attributes
                .Where(attribute => SymbolNames.IsHooksType(attribute.AttributeClass, MetadataNames.ExcludeHooksAttribute))
                .Select(attribute => (attribute.ValueAt(0) as string ?? string.Empty).Trim())
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToEquatableArray(),
        };
    }

    public bool Excludes(string assembly) => Excluded.Any(name => string.Equals(name, assembly, StringComparison.OrdinalIgnoreCase));
}
