using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding;

/// <summary>Tells which attribute of a symbol is the one that is written at a place.</summary>
internal static class WrittenAttributes
{
    /// <summary>Whether an attribute is written here. Every part of a partial method or type has those of all.</summary>
    public static bool IsWrittenAs(this AttributeData attribute, AttributeSyntax syntax) =>
        attribute.ApplicationSyntaxReference is { } written && written.SyntaxTree == syntax.SyntaxTree && written.Span == syntax.Span;

    /// <summary>The attribute of a symbol that is written here; null if none is.</summary>
    public static AttributeData? FindAttribute(this ISymbol owner, AttributeSyntax syntax) =>
        owner.GetAttributes().FirstOrDefault(attribute => attribute.IsWrittenAs(syntax));
}
