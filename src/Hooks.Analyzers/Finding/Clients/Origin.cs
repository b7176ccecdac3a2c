using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding.Clients;

/// <summary>Where the value of an expression comes from, as far as one method says it.</summary>
internal static class Origin
{
    /// <summary>The expression, what stands in front of it, and so on: of <c>tools.OfType&lt;T&gt;().First()</c> at last <c>tools</c>.</summary>
    public static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax? expression)
    {
        for (; expression is not null; expression = InFront(expression))
            yield return expression;
    }

    /// <summary>The variable or parameter at the very front; null if there is none.</summary>
    public static ISymbol? VariableOf(ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellationToken) =>
        Parts(expression).Last() is IdentifierNameSyntax name && semantics.GetSymbolInfo(name, cancellationToken).Symbol is { } variable and (ILocalSymbol or IParameterSymbol) ? variable : null;

    /// <summary>Out of what a variable gets its value where it is declared; null if that is not to be seen.</summary>
    public static ExpressionSyntax? Of(ISymbol variable, CancellationToken cancellationToken) =>
        variable.DeclaringSyntaxReferences is [var reference]
            ? reference.GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var value } => value,
                ForEachStatementSyntax each => each.Expression,
                SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax { Parent: IsPatternExpressionSyntax test } } => test.Expression,
                SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax { Parent: CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } } } => choice.Expression,
                SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax look } } } } => look,
                _ => null,
            }
            : null;

    private static ExpressionSyntax? InFront(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        ConditionalAccessExpressionSyntax access => access.Expression,
        InvocationExpressionSyntax call => MakesOthers(call) ? null : call.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        ParenthesizedExpressionSyntax inner => inner.Expression,
        CastExpressionSyntax cast => cast.Expression,
        PostfixUnaryExpressionSyntax unary => unary.Operand,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression or (int)SyntaxKind.CoalesceExpression } first => first.Left,
        _ => null,
    };

    // Select(tool => new Own(tool)) gives something else than what stands in front of it; Select(tool => (AIFunction)tool) does not.
    private static bool MakesOthers(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" }, ArgumentList.Arguments: [{ Expression: var projection }] }
        && !(projection is SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var item, ExpressionBody: { } made } && Parts(made).Last() is IdentifierNameSyntax name && name.Identifier.ValueText == item);
}
