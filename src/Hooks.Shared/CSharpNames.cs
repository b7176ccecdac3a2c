using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Shared;

/// <summary>Names as C# code writes them.</summary>
internal static class CSharpNames
{
    /// <summary>The full name of a type that is not generic, and how code refers to it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="reference">As emitted code writes it: <c>global::Acme.@event.Inner</c>.</param>
    /// <returns>As people write it: <c>Acme.event.Inner</c>.</returns>
    public static string FullName(INamedTypeSymbol type, out string reference)
    {
        var hasKeyword = false;
        var name = Join(type, escaped: false, ref hasKeyword);
        reference = "global::" + (hasKeyword ? Join(type, escaped: true, ref hasKeyword) : name);
        return name;
    }

    /// <summary>A namespace as its declaration writes it; empty for the global one.</summary>
    public static string Declaration(INamespaceSymbol space)
    {
        var hasKeyword = false;
        return space.IsGlobalNamespace ? string.Empty : Join(space, escaped: true, ref hasKeyword);
    }

    /// <summary>An identifier, with an at sign if it would be read as a keyword.</summary>
    public static string Escape(string identifier) =>
        IsKeyword(identifier) ? "@" + identifier : identifier;

    /// <summary>Makes a namespace of an assembly's name or anything else that a build may pass for one.</summary>
    public static string ToNamespace(string name) => string.Join(".", name.Split('.').Select(ToIdentifier).Where(part => part.Length > 0));

    // No keyword begins with a capital, as nearly all names here do. Contextual keywords count: within a body they may be keywords.
    private static bool IsKeyword(string identifier) =>
        identifier.Length > 0 && identifier[0] is not (>= 'A' and <= 'Z') && (SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None);

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

    // By hand, because the compiler's own display is several times slower, and this runs for every hook on every edit.
    private static string Join(INamespaceOrTypeSymbol symbol, bool escaped, ref bool hasKeyword)
    {
        var isKeyword = IsKeyword(symbol.Name);
        hasKeyword |= isKeyword;
        var name = escaped && isKeyword ? "@" + symbol.Name : symbol.Name;
        if (symbol.ContainingType is { } type)
            return Join(type, escaped, ref hasKeyword) + "." + name;
        return symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? Join(space, escaped, ref hasKeyword) + "." + name : name;
    }
}
