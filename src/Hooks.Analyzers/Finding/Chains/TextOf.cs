using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>How expressions hang together in the text.</summary>
internal static class TextOf
{
    /// <summary>The expression without parentheses, casts and exclamation marks around it.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        CastExpressionSyntax cast => Bare(cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Bare(sure.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } conversion => Bare(conversion.Left),
        _ => expression,
    };

    /// <summary>The reverse: the outermost expression that has the same value.</summary>
    public static SyntaxNode Whole(SyntaxNode expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || (expression.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == expression))
        {
            expression = expression.Parent;
        }

        return expression;
    }

    /// <summary>Whether an expression is only the beginning of one that leads further.</summary>
    public static bool IsWithinLonger(SyntaxNode expression)
    {
        var whole = Whole(expression);
        return whole.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == whole,
            ElementAccessExpressionSyntax element => element.Expression == whole,
            ConditionalAccessExpressionSyntax conditional => conditional.Expression == whole,
            InvocationExpressionSyntax call => call.Expression == whole,
            _ => false,
        };
    }

    /// <summary>What a method is called on, and its name.</summary>
    public static (ExpressionSyntax? Receiver, string? Method) Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => (access.Expression, access.Name.Identifier.ValueText),
        MemberBindingExpressionSyntax binding => (Accessed(binding), binding.Name.Identifier.ValueText),
        _ => (null, null),
    };

    /// <summary>The name of the method that is called; empty where none is written.</summary>
    public static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };

    /// <summary>What stands before the question mark.</summary>
    public static ExpressionSyntax? Accessed(SyntaxNode binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    /// <summary>The first argument, if it is a text.</summary>
    public static string? FirstLiteral(SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        arguments.Count > 0 && arguments[0].Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal ? literal.Token.ValueText : null;
}
