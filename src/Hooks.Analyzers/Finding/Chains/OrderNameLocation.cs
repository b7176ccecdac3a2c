using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Where a name stands in <c>After</c> or <c>Before</c>: within the text if it is one plain literal, else the whole value.</summary>
internal static class OrderNameLocation
{
    public static Location Of(HookDeclaration hook, string setting, string name)
    {
        if (hook.Argument(setting) is not { } value)
            return hook.Syntax.GetLocation();
        if (value is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token: var token } || Start(token.ValueText, name) is not (>= 0 and var start))
            return value.GetLocation();

        // Without escapes the text stands in the token as it is, whatever quotes are around it.
        var content = token.Text.IndexOf(token.ValueText, StringComparison.Ordinal);
        return content < 0 ? value.GetLocation() : Location.Create(token.SyntaxTree!, new TextSpan(token.SpanStart + content + start, name.Length));
    }

    private static int Start(string names, string name)
    {
        for (var start = 0; start <= names.Length;)
        {
            var end = names.IndexOf(OrderNames.Separator, start);
            if (end < 0)
                end = names.Length;
            if (names.Substring(start, end - start).Trim() == name)
                return names.IndexOf(name, start, StringComparison.Ordinal);
            start = end + 1;
        }

        return -1;
    }
}
