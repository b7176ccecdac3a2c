using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Makes an expression that gives the verdict out of one that ends in a statement.</summary>
internal static class FireVerdict
{
    /// <summary>Null where that cannot be: the expression waits and gives nothing, or it stands where nothing can be awaited.</summary>
    public static ExpressionSyntax? Of(ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (semantics.GetTypeInfo(expression, cancellationToken).Type is not INamedTypeSymbol type)
            return null;
        if (SymbolNames.IsHooksType(type, MetadataNames.HookResult))
            return expression;

        // Nobody there who could object.
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && SymbolNames.IsHooksType(type.TypeArguments[0], MetadataNames.HookResult))
        {
            return SyntaxFactory.BinaryExpression(
                SyntaxKind.CoalesceExpression,
                expression.WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.QuestionQuestionToken).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression));
        }

        return type.TypeArguments is [{ } result] && SymbolNames.IsHooksType(result, MetadataNames.HookResult) && CanAwait(expression)
            ? SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression.WithoutLeadingTrivia())
            : null;
    }

    private static bool CanAwait(ExpressionSyntax expression)
    {
        foreach (var outer in expression.Ancestors())
        {
            switch (outer)
            {
                case LockStatementSyntax or CatchFilterClauseSyntax or UnsafeStatementSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.RawKind != 0;
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MemberDeclarationSyntax member:
                    return member is GlobalStatementSyntax || member.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return false;
    }
}
