using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes.Returns;

/// <summary>A value that is wrapped into a task which is done: <c>Task.FromResult(x)</c>, <c>new ValueTask&lt;T&gt;(x)</c>, <c>new(x)</c>.</summary>
internal static class CompletedValue
{
    /// <summary>The value within; null if the expression is anything else.</summary>
    public static ExpressionSyntax? Find(ExpressionSyntax expression, SemanticModel semantics)
    {
        if (ArgumentOf(expression) is not { } argument || semantics.GetSymbolInfo(expression).Symbol is not IMethodSymbol method || !SymbolNames.IsInTasks(method.ContainingType, semantics.Compilation.Assembly))
            return null;
        var wraps = method.MethodKind == MethodKind.Constructor
            ? method.OriginalDefinition.Parameters is [{ Type: ITypeParameterSymbol }]
            : method.Name == nameof(Task.FromResult);
        return wraps ? argument : null;
    }

    /// <summary>The same wrapping of another value, whose type is left to the compiler.</summary>
    public static ExpressionSyntax With(ExpressionSyntax expression, ExpressionSyntax value, TypeSyntax type) => expression switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax name } access } call =>
            WithArgument(call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(name.Identifier))), value),
        ObjectCreationExpressionSyntax creation => WithArgument(creation.WithType(type.WithTriviaFrom(creation.Type)), value),
        _ => WithArgument(expression, value),
    };

    private static ExpressionSyntax WithArgument(ExpressionSyntax expression, ExpressionSyntax value) =>
        expression.ReplaceNode(ArgumentOf(expression)!, value);

    private static ExpressionSyntax? ArgumentOf(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: [var argument] } => argument.Expression,
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: [var argument] } => argument.Expression,
        _ => null,
    };
}
