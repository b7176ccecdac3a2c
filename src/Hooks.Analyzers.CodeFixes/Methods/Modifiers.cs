using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes.Methods;

/// <summary>Changes modifiers of a declaration and leaves every comment where it is.</summary>
internal static class Modifiers
{
    /// <summary>Makes a declaration accessible from the whole assembly, without hiding it from anyone who sees it now.</summary>
    public static T Opened<T>(this T member) where T : MemberDeclarationSyntax
    {
        var written = member.Modifiers.Where(IsAccess).ToList();
        if (written.Count == 0)
            return member.With(SyntaxKind.InternalKeyword);
        if (written is [var only] && only.IsKind(SyntaxKind.ProtectedKeyword))
            return (T)member.WithModifiers(member.Modifiers.Insert(member.Modifiers.IndexOf(only) + 1, Token(SyntaxKind.InternalKeyword)));

        var opened = SyntaxFactory.Token(written[0].LeadingTrivia, SyntaxKind.InternalKeyword, written[written.Count - 1].TrailingTrivia);
        var modifiers = member.Modifiers.Replace(written[0], opened);
        foreach (var other in written.Skip(1))
            modifiers = modifiers.Remove(modifiers.First(modifier => modifier.IsKind(other.Kind())));
        return (T)member.WithModifiers(modifiers);
    }

    /// <summary>Adds a modifier where such a one usually stands: access, <c>static</c>, others, <c>async</c>, <c>partial</c>.</summary>
    public static T With<T>(this T member, SyntaxKind kind) where T : MemberDeclarationSyntax
    {
        var place = kind switch
        {
            SyntaxKind.InternalKeyword => 0,
            SyntaxKind.StaticKeyword => member.Modifiers.TakeWhile(IsAccess).Count(),
            _ => member.Modifiers.TakeWhile(modifier => !modifier.IsKind(SyntaxKind.PartialKeyword)).Count(),
        };
        var next = place < member.Modifiers.Count ? member.Modifiers[place] : AfterModifiers(member);
        var added = SyntaxFactory.Token(next.LeadingTrivia, kind, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        member = member.ReplaceToken(next, next.WithLeadingTrivia());
        return (T)member.WithModifiers(member.Modifiers.Insert(place, added));
    }

    /// <summary>Takes a modifier away.</summary>
    public static T Without<T>(this T member, SyntaxKind kind) where T : MemberDeclarationSyntax
    {
        var index = member.Modifiers.IndexOf(kind);
        if (index < 0)
            return member;
        var leading = member.Modifiers[index].LeadingTrivia;
        member = (T)member.WithModifiers(member.Modifiers.RemoveAt(index));
        var next = index < member.Modifiers.Count ? member.Modifiers[index] : AfterModifiers(member);
        return member.ReplaceToken(next, next.WithLeadingTrivia(leading.AddRange(next.LeadingTrivia)));
    }

    private static SyntaxToken AfterModifiers(MemberDeclarationSyntax member) =>
        member.Modifiers.Count > 0 ? member.Modifiers[member.Modifiers.Count - 1].GetNextToken()
        : member.AttributeLists.Count > 0 ? member.AttributeLists[member.AttributeLists.Count - 1].GetLastToken().GetNextToken()
        : member.GetFirstToken();

    private static bool IsAccess(SyntaxToken modifier) => SyntaxFacts.IsAccessibilityModifier(modifier.Kind());

    private static SyntaxToken Token(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
}
