using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Names the variable that keeps a verdict.</summary>
internal static class VerdictName
{
    private const string Name = "verdict";

    /// <summary>
    /// A name that is free, and that no verdict before it gets if all in the document are kept at once: each is named on its own.
    /// </summary>
    public static string For(StatementSyntax statement, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var member = statement.Ancestors().FirstOrDefault(outer => outer is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? statement.SyntaxTree.GetRoot(cancellationToken);
        var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        taken.UnionWith(semantics.LookupSymbols(statement.SpanStart).Select(symbol => symbol.Name));

        var before = member.DescendantNodes().OfType<ExpressionStatementSyntax>()
            .Count(other => other.SpanStart < statement.SpanStart && ShareScope(other, statement) && IsVerdict(other.Expression, semantics, cancellationToken));
        return Enumerable.Range(1, int.MaxValue - 1)
            .Select(number => number == 1 ? Name : Name + number)
            .Where(name => !taken.Contains(name))
            .ElementAt(before);
    }

    private static bool ShareScope(StatementSyntax one, StatementSyntax other) =>
        Scope(one) is var first && Scope(other) is var second && (first.Contains(second) || second.Contains(first));

    // A statement without braces gets its own.
    private static SyntaxNode Scope(StatementSyntax statement) => statement.Parent switch
    {
        GlobalStatementSyntax or SwitchSectionSyntax => statement.Parent.Parent!,
        BlockSyntax block => block,
        _ => statement,
    };

    private static bool IsVerdict(ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellationToken) => expression switch
    {
        AwaitExpressionSyntax or InvocationExpressionSyntax or ConditionalAccessExpressionSyntax => FireVerdict.Of(expression, semantics, cancellationToken) is not null,
        _ => false,
    };
}
