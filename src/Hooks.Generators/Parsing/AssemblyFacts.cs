using System.Collections.Immutable;
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

    // After the queries for hooks, asking the assembly is nearly free; each further query costs its share for every file of the project.
    public static AssemblyFacts Read(Compilation compilation, CancellationToken cancellationToken) => Of(compilation, compilation.Assembly.GetAttributes());

    /// <summary>The facts of an assembly with these attributes.</summary>
    public static AssemblyFacts Of(Compilation compilation, ImmutableArray<AttributeData> attributes) => new()
    {
        Name = compilation.Assembly.Name,
        IsExecutable = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication,
        ToolGroups = ToolGroupReader.Read(attributes),
        Excluded = attributes
            .Where(attribute => SymbolNames.IsHooksType(attribute.AttributeClass, MetadataNames.ExcludeHooksAttribute))
            .Select(attribute => attribute.ValueAt(0))
            .OfType<string>()
            .Select(name => name.Trim())
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray(),
    };

    public bool Excludes(string assembly) => Excluded.Contains(assembly, StringComparer.OrdinalIgnoreCase);
}
