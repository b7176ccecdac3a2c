using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Shared;

/// <summary>
/// Points that are calculated with, as in <c>HookPoint.BeforeToolCall | HookPoint.AfterToolCall</c>. They are numbers one after
/// the other and no flags, so that the result is some third point, or none.
/// </summary>
internal static class JoinedPoints
{
    /// <summary>The calculation by which an attribute names its point; null if it has none.</summary>
    public static ExpressionSyntax? Find(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: [{ NameEquals: null, Expression: var point }, ..] }
            ? Find(point)
            : null;

    private static ExpressionSyntax? Find(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseNotExpression } => expression,
        ParenthesizedExpressionSyntax inner => Find(inner.Expression),
        CheckedExpressionSyntax inner => Find(inner.Expression),
        CastExpressionSyntax cast => Find(cast.Expression),
        _ => null,
    };
}
