using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooks.Analyzers.CodeFixes.Methods;

/// <summary>Names that compile wherever they stand, and are shortened as far as the usings of the place allow.</summary>
internal static class Names
{
    private const string Tasks = "global::System.Threading.Tasks.";
    private const string HookResult = "global::Hooks.HookResult";

    public static TypeSyntax CancellationToken => Type("global::System.Threading.CancellationToken");

    /// <summary>What a hook without a verdict returns.</summary>
    /// <param name="wrapper"><c>Task</c>, <c>ValueTask</c> or null.</param>
    public static TypeSyntax Nothing(string? wrapper) => wrapper is null ? SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword)) : Type(Tasks + wrapper);

    /// <summary>What a hook with a verdict returns.</summary>
    /// <param name="wrapper"><c>Task</c>, <c>ValueTask</c> or null.</param>
    public static TypeSyntax Verdict(string? wrapper) => Type(wrapper is null ? HookResult : $"{Tasks}{wrapper}<{HookResult}>");

    /// <summary>A task that is done.</summary>
    public static ExpressionSyntax CompletedTask(string wrapper) => Expression($"{Tasks}{wrapper}.CompletedTask");

    /// <summary>An answer that needs no arguments.</summary>
    public static ExpressionSyntax Result(string member) => Expression($"{HookResult}.{member}");

    /// <summary>The answer that ends everything.</summary>
    public static ExpressionSyntax Cancel(ExpressionSyntax reason) => SyntaxFactory.InvocationExpression(
        Result("Cancel"),
        SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(reason))));

    /// <summary>A task that is done and has a result.</summary>
    public static ExpressionSyntax FromResult(string wrapper, ExpressionSyntax result) => SyntaxFactory.InvocationExpression(
        Expression($"{Tasks}{wrapper}.FromResult"),
        SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(result))));

    public static TypeSyntax Of(ITypeSymbol type) => Type(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    /// <summary>In parentheses, if it needs them where it will stand.</summary>
    public static ExpressionSyntax InParentheses(this ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);

    private static TypeSyntax Type(string text) => SyntaxFactory.ParseTypeName(text).WithAdditionalAnnotations(Simplifier.Annotation);

    private static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text).WithAdditionalAnnotations(Simplifier.Annotation);
}
