using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Shared;

/// <summary>Names as C# code writes them.</summary>
internal static class CSharpNames
{
    /// <summary>A type that is not generic, as <c>global::Acme.Outer.Inner</c>.</summary>
    public static string Reference(INamedTypeSymbol type) => Append(new StringBuilder("global::"), type, escaped: true).ToString();

    /// <summary>The same as people write it: <c>Acme.Outer.Inner</c>.</summary>
    public static string FullName(INamedTypeSymbol type) => Append(new StringBuilder(), type, escaped: false).ToString();

    /// <summary>A namespace as code writes it; empty for the global one.</summary>
    public static string Reference(INamespaceSymbol space) => Append(new StringBuilder(), space, escaped: true).ToString();

    /// <summary>An identifier, with an at sign if it would be read as a keyword.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(identifier) == SyntaxKind.None
            ? identifier
            : "@" + identifier;

    /// <summary>Makes a namespace of an assembly's name or anything else that a build may pass for one.</summary>
    public static string ToNamespace(string name) => string.Join(".", name.Split('.').Select(ToIdentifier).Where(part => part.Length > 0));

    private static string ToIdentifier(string text)
    {
        var identifier = new StringBuilder(text.Length + 1);
        foreach (var character in text)
        {
            if (identifier.Length == 0 && !SyntaxFacts.IsIdentifierStartCharacter(character) && SyntaxFacts.IsIdentifierPartCharacter(character))
                identifier.Append('_');
            identifier.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        return Escape(identifier.ToString());
    }

    private static StringBuilder Append(StringBuilder builder, INamespaceOrTypeSymbol symbol, bool escaped)
    {
        INamespaceOrTypeSymbol? outer = symbol.ContainingType is { } type ? type : symbol.ContainingNamespace;
        if (outer is not null and not INamespaceSymbol { IsGlobalNamespace: true })
            Append(builder, outer, escaped).Append('.');
        return builder.Append(escaped ? Escape(symbol.Name) : symbol.Name);
    }
}
