using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Shared;

/// <summary>Names as C# code writes them.</summary>
internal static class CSharpNames
{
    /// <summary>A type that is not generic, as <c>global::Acme.Outer.Inner</c>.</summary>
    public static string Reference(INamedTypeSymbol type) => "global::" + Join(type, escaped: true);

    /// <summary>The same as people write it: <c>Acme.Outer.Inner</c>.</summary>
    public static string FullName(INamedTypeSymbol type) => Join(type, escaped: false);

    /// <summary>Both at once; nearly always they differ only in the prefix.</summary>
    public static string FullName(INamedTypeSymbol type, out string reference)
    {
        var name = Join(type, escaped: false);
        reference = HasKeyword(type) ? Reference(type) : "global::" + name;
        return name;
    }

    /// <summary>A namespace as code writes it; empty for the global one.</summary>
    public static string Reference(INamespaceSymbol space) => space.IsGlobalNamespace ? string.Empty : Join(space, escaped: true);

    /// <summary>An identifier, with an at sign if it would be read as a keyword.</summary>
    public static string Escape(string identifier) =>
        IsKeyword(identifier) ? "@" + identifier : identifier;

    /// <summary>Makes a namespace of an assembly's name or anything else that a build may pass for one.</summary>
    public static string ToNamespace(string name) => string.Join(".", name.Split('.').Select(ToIdentifier).Where(part => part.Length > 0));

    // Contextual keywords too: some of them are keywords in the bodies that emitted code has.
    private static bool IsKeyword(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None;

    private static bool HasKeyword(INamespaceOrTypeSymbol symbol)
    {
        for (INamespaceOrTypeSymbol? part = symbol; part is not null and not INamespaceSymbol { IsGlobalNamespace: true }; part = Outer(part))
        {
            if (IsKeyword(part.Name))
                return true;
        }

        return false;
    }

    private static INamespaceOrTypeSymbol? Outer(INamespaceOrTypeSymbol symbol) => symbol.ContainingType is { } type ? type : symbol.ContainingNamespace;

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

    // Hand-written, because the compiler's own display of symbols is several times slower, and this runs for every hook on every edit.
    private static string Join(INamespaceOrTypeSymbol symbol, bool escaped)
    {
        var name = escaped ? Escape(symbol.Name) : symbol.Name;
        var outer = Outer(symbol);
        return outer is null or INamespaceSymbol { IsGlobalNamespace: true } ? name : Join(outer, escaped) + "." + name;
    }
}
