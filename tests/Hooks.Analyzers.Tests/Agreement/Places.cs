using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>Leads from places in a project to the attributes and methods of its plan.</summary>
internal sealed class Places
{
    private readonly List<(string Key, AttributeSyntax Attribute)> _attributes = [];

    public Places(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = tree.ToString();
            foreach (var attribute in tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>())
            {
                if (ProjectText.KeyAt(text, attribute.SpanStart) is { } key)
                    _attributes.Add((key, attribute));
            }
        }
    }

    /// <summary>The attribute that a diagnostic stands in, and those that it names as further places.</summary>
    public IReadOnlyList<string> AttributesAt(Diagnostic diagnostic) =>
        [.. diagnostic.AdditionalLocations.Prepend(diagnostic.Location).SelectMany(place => _attributes.Where(entry => Contains(entry.Attribute, place)).Select(entry => entry.Key))];

    /// <summary>The innermost method, attributes included, that a place is in: its number.</summary>
    public string? MethodAt(Location place) => _attributes
        .Where(entry => Contains(entry.Attribute.Parent!.Parent!, place))
        .OrderBy(entry => entry.Attribute.Parent!.Parent!.Span.Length)
        .Select(entry => entry.Key[..entry.Key.IndexOf('.')])
        .FirstOrDefault();

    private static bool Contains(SyntaxNode node, Location place) => node.SyntaxTree == place.SourceTree && node.Span.Contains(place.SourceSpan);
}
