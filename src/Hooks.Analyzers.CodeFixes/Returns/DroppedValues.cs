using Hooks.Analyzers.CodeFixes.Methods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes.Returns;

/// <summary>Lets a method return nothing. Only values are dropped: what is done to get them is still done.</summary>
internal static class DroppedValues
{
    /// <summary>The method changed in all its parts; null where it cannot be done.</summary>
    /// <param name="method">The method.</param>
    /// <param name="wrapper">What it will return: <c>Task</c>, <c>ValueTask</c>, or null for void.</param>
    public static Solution? Change(HookMethod method, string? wrapper) => method.ChangeReturns(part => Change(part, wrapper), Names.Nothing(wrapper));

    private static MethodDeclarationSyntax? Change(HookMethod.Part part, string? wrapper)
    {
        var method = part.Syntax;
        if (ReturnedValues.Of(method) is not { } values)
            return null;
        var changed = method;
        if (wrapper is null || method.Modifiers.Any(SyntaxKind.AsyncKeyword))
            changed = WithoutValues(method, part.Semantics, value => value);
        else if (values.All(value => Effects.IsFree(value, part.Semantics)))
            changed = ReturnedValues.Replace(method, _ => Names.CompletedTask(wrapper));
        else if (wrapper == nameof(Task))
            changed = ReturnedValues.Replace(method, value => Effects.IsFree(value, part.Semantics) ? Names.CompletedTask(wrapper) : value);
        else
            changed = WithoutValues(method, part.Semantics, value => CompletedValue.Find(value, part.Semantics) ?? Awaited(value)).With(SyntaxKind.AsyncKeyword);
        return changed.WithReturnType(Names.Nothing(wrapper).WithTriviaFrom(changed.ReturnType));
    }

    private static MethodDeclarationSyntax WithoutValues(MethodDeclarationSyntax method, SemanticModel semantics, Func<ExpressionSyntax, ExpressionSyntax> unwrap)
    {
        if (method.Body is { } body)
            return method.WithBody(ReturnedValues.Replace(body, (statement, value) => Statements(statement, value, semantics, unwrap)));
        if (method.ExpressionBody is not { } arrow)
            return method;
        var before = arrow.ArrowToken.GetPreviousToken();
        if (!Effects.IsFree(arrow.Expression, semantics) || before.TrailingTrivia.Concat(arrow.DescendantTrivia()).Any(IsComment))
            return method.WithExpressionBody(arrow.WithExpression(AsStatement(unwrap(arrow.Expression)).WithTriviaFrom(arrow.Expression)));

        var empty = SyntaxFactory.Block(
            SyntaxFactory.Token(default, SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            default,
            SyntaxFactory.Token(default, SyntaxKind.CloseBraceToken, method.SemicolonToken.TrailingTrivia));
        return method
            .ReplaceToken(before, before.WithTrailingTrivia(SyntaxFactory.Space))
            .WithExpressionBody(null).WithSemicolonToken(default).WithBody(empty);
    }

    private static IReadOnlyList<StatementSyntax> Statements(ReturnStatementSyntax statement, ExpressionSyntax value, SemanticModel semantics, Func<ExpressionSyntax, ExpressionSyntax> unwrap)
    {
        var isLast = statement.Parent is BlockSyntax { Parent: MethodDeclarationSyntax } body && body.Statements.Last() == statement;
        var hasComment = statement.DescendantTrivia().Any(IsComment);
        if (Effects.IsFree(value, semantics))
            return isLast && !hasComment ? [] : [statement.WithExpression(null).WithReturnKeyword(statement.ReturnKeyword.WithTrailingTrivia())];

        var kept = SyntaxFactory.ExpressionStatement(AsStatement(unwrap(value)).WithoutTrivia(), statement.SemicolonToken).WithLeadingTrivia(statement.GetLeadingTrivia());
        return isLast ? [kept] : [kept.WithTrailingTrivia(LineEnd(statement)), SyntaxFactory.ReturnStatement().WithLeadingTrivia(Indentation(statement)).WithTrailingTrivia(statement.GetTrailingTrivia())];
    }

    // Of expressions only some are statements; any other is given to nobody.
    private static ExpressionSyntax AsStatement(ExpressionSyntax value) => value switch
    {
        InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax or ObjectCreationExpressionSyntax or ThrowExpressionSyntax => value,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => value,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => value,
        _ => SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName("_").WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            value.WithoutTrivia()),
    };

    private static ExpressionSyntax Awaited(ExpressionSyntax value) => value is ThrowExpressionSyntax ? value : SyntaxFactory.AwaitExpression(
        SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        value is ConditionalExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionSyntax ? value.InParentheses() : value.WithoutTrivia());

    private static SyntaxTriviaList LineEnd(SyntaxNode node) =>
        SyntaxFactory.TriviaList(node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end : SyntaxFactory.ElasticLineFeed);

    private static SyntaxTriviaList Indentation(SyntaxNode node) =>
        SyntaxFactory.TriviaList(node.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    private static bool IsComment(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
