using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Shared;

/// <summary>Names as C# code writes them.</summary>
internal static class CSharpNames
{
    // Namespaces are few and their types many; the names of a type are asked for with every hook, on every edit.
    private static readonly ConditionalWeakTable<INamespaceSymbol, Prefixes> Namespaces = new();

    /// <summary>The full name of a type that is not generic, and how code refers to it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="reference">As emitted code writes it: <c>global::Acme.@event.Inner</c>.</param>
    /// <returns>As people write it: <c>Acme.event.Inner</c>.</returns>
    public static string FullName(INamedTypeSymbol type, out string reference)
    {
        if (type.ContainingType is { } outer)
        {
            var name = FullName(outer, out var outerReference) + "." + type.Name;
            reference = outerReference + "." + Escape(type.Name);
            return name;
        }

        var prefixes = Namespaces.GetValue(type.ContainingNamespace, static space => new(space));
        reference = prefixes.Reference + Escape(type.Name);
        return prefixes.Name + type.Name;
    }

    /// <summary>A namespace as its declaration writes it; empty for the global one.</summary>
    public static string Declaration(INamespaceSymbol space) => Join(space, escaped: true);

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

    private static string Join(INamespaceSymbol space, bool escaped)
    {
        if (space.IsGlobalNamespace)
            return string.Empty;
        var outer = Join(space.ContainingNamespace, escaped);
        var name = escaped ? Escape(space.Name) : space.Name;
        return outer.Length == 0 ? name : outer + "." + name;
    }

    /// <summary>What stands before the name of a type in a namespace.</summary>
    private sealed class Prefixes(INamespaceSymbol space)
    {
        public string Name { get; } = space.IsGlobalNamespace ? string.Empty : Join(space, escaped: false) + ".";

        public string Reference { get; } = space.IsGlobalNamespace ? "global::" : "global::" + Join(space, escaped: true) + ".";
    }
}
