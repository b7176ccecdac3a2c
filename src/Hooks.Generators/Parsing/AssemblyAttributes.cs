using System.Collections.Immutable;
using Hooks.Generators.Model;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Generators.Parsing;

/// <summary>Reads the assembly attributes that the files of a project carry.</summary>
internal static class AssemblyAttributes
{
    // The targets of assembly attributes are whole files. Asking the assembly for its attributes costs four times as much per edit.
    public static bool IsFile(SyntaxNode node, CancellationToken cancellationToken) => node is CompilationUnitSyntax;

    /// <summary>The additions to tool groups in one file.</summary>
    public static EquatableArray<ToolGroupModel> ToolGroups(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        ToolGroups(context.Attributes);

    /// <summary>The additions to tool groups among these attributes.</summary>
    public static EquatableArray<ToolGroupModel> ToolGroups(IEnumerable<AttributeData> attributes) =>
        attributes
            .Where(attribute => attribute.ValueAt(0) is string)
            .Select(attribute => new ToolGroupModel((string)attribute.ValueAt(0)!, attribute.TextsAt(1).ToEquatableArray()))
            .ToEquatableArray();

    /// <summary>The references that one file excludes.</summary>
    public static EquatableArray<string> Exclusions(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.Attributes.Select(attribute => attribute.ValueAt(0)).OfType<string>().Select(name => name.Trim()).ToEquatableArray();

    public static EquatableArray<ToolGroupModel> Sort(ImmutableArray<EquatableArray<ToolGroupModel>> files) =>
        files.SelectMany(file => file)
            .OrderBy(group => group.Group, StringComparer.Ordinal)
            .ThenBy(group => string.Join("|", group.Tools), StringComparer.Ordinal)
            .ToEquatableArray();

    public static EquatableArray<string> Sort(ImmutableArray<EquatableArray<string>> files) =>
        files.SelectMany(file => file).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
}
