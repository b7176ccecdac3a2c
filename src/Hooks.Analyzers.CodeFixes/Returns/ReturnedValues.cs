using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Hooks.Analyzers.CodeFixes.Returns;

/// <summary>What a method's own body returns, without the functions within it.</summary>
internal static class ReturnedValues
{
    /// <summary>All returned expressions; null where the body is an iterator, or returns by reference.</summary>
    public static IReadOnlyList<ExpressionSyntax>? Of(MethodDeclarationSyntax method)
    {
        if (method.ExpressionBody is { } arrow)
            return arrow.Expression is RefExpressionSyntax ? null : [arrow.Expression];
        var values = new List<ExpressionSyntax>();
        foreach (var node in method.Body?.DescendantNodes(node => !IsFunction(node)) ?? [])
        {
            if (node is YieldStatementSyntax or ReturnStatementSyntax { Expression: RefExpressionSyntax })
                return null;
            if (node is ReturnStatementSyntax { Expression: { } value })
                values.Add(value);
        }

        return values;
    }

    /// <summary>Replaces every returned expression by another one.</summary>
    public static MethodDeclarationSyntax Replace(MethodDeclarationSyntax method, Func<ExpressionSyntax, ExpressionSyntax> change) =>
        method.ReplaceNodes(Of(method) ?? [], (value, _) => change(value) is var changed && changed == value ? value : changed.WithTriviaFrom(value));

    /// <summary>Replaces every <c>return value;</c> by one or more statements.</summary>
    public static BlockSyntax Replace(BlockSyntax body, Func<ReturnStatementSyntax, ExpressionSyntax, IReadOnlyList<StatementSyntax>> change) =>
        (BlockSyntax)new Rewriter(change).Visit(body)!;

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private sealed class Rewriter(Func<ReturnStatementSyntax, ExpressionSyntax, IReadOnlyList<StatementSyntax>> change) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? Visit(SyntaxNode? node) => node is not null && IsFunction(node) ? node : base.Visit(node);

        public override SyntaxNode? VisitBlock(BlockSyntax node) => node.WithStatements(Changed(node.Statements));

        public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node) => node.WithStatements(Changed(node.Statements));

        // Here it is the whole branch of an if, a loop or the like.
        public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
        {
            if (node.Expression is not { } value)
                return node;
            var statements = change(node, value);
            return statements.Count == 1
                ? statements[0]
                : SyntaxFactory.Block(statements.Select(statement => statement.WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)))
                    .WithTrailingTrivia(node.GetTrailingTrivia())
                    .WithAdditionalAnnotations(Formatter.Annotation);
        }

        private SyntaxList<StatementSyntax> Changed(SyntaxList<StatementSyntax> statements) =>
            [.. statements.SelectMany(statement => statement is ReturnStatementSyntax { Expression: { } value } found ? change(found, value) : [(StatementSyntax)Visit(statement)!])];
    }
}
