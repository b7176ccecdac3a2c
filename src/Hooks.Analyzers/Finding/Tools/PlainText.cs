using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Analyzers.Finding.Tools;

/// <summary>Finds places within string literals that are written as they read.</summary>
internal static class PlainText
{
    /// <summary>Where a part of a text stands in the source; null if the expression is no literal, or one with escapes.</summary>
    public static Location? PlaceOf(ExpressionSyntax expression, string value, int start, int length)
    {
        if (expression is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token: var token })
            return null;
        var text = token.Text;
        var content = text.IndexOf('"') + (token.IsKind(SyntaxKind.StringLiteralToken) ? 1 : text.Length - text.TrimStart('"').Length);
        return content + value.Length <= text.Length && string.CompareOrdinal(text, content, value, 0, value.Length) == 0 && text.Substring(content + value.Length).Trim('"').Length == 0
            ? Location.Create(expression.SyntaxTree, new TextSpan(token.SpanStart + content + start, length))
            : null;
    }
}
