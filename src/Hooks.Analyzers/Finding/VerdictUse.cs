using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>What becomes of the verdict of a fire.</summary>
internal static class VerdictUse
{
    /// <summary>
    /// Whether the verdict ends in a statement, or in a variable that nothing reads. An explicit discard (<c>_ =</c>) is a decision, and
    /// whatever the verdict is handed to may read it.
    /// </summary>
    public static bool IsUnread(FireCall fire) => End(fire.Operation) switch
    {
        IExpressionStatementOperation => true,
        IVariableDeclaratorOperation declarator => IsNeverMentioned(declarator.Symbol, fire.CancellationToken),
        _ => false,
    };

    /// <summary>Follows the value through awaiting, waiting, conversions and null checks.</summary>
    private static IOperation? End(IOperation operation)
    {
        while (true)
        {
            switch (operation.Parent)
            {
                case IAwaitOperation or IConversionOperation { OperatorMethod: null } or IParenthesizedOperation:
                case IConditionalAccessOperation access when access.WhenNotNull == operation:
                case ICoalesceOperation coalesce when coalesce.Value == operation:
                case IConditionalOperation choice when choice.Condition != operation:
                case IInvocationOperation call when call.Instance == operation && IsOfTask(call.TargetMethod):
                    operation = operation.Parent;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return declarator;
                case var parent:
                    return parent;
            }
        }
    }

    private static bool IsOfTask(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "AsTask" or "Preserve" or "WaitAsync" or "GetAwaiter" or "GetResult" or "Wait";

    // The name counts wherever it stands behind the declaration, in code that is switched off too.
    private static bool IsNeverMentioned(ILocalSymbol local, CancellationToken cancellationToken)
    {
        if (local.Name.StartsWith("_", StringComparison.Ordinal)
            || local.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } statement } declarator
            || statement.Parent is not { } scope)
        {
            return false;
        }

        if (scope is GlobalStatementSyntax or SwitchSectionSyntax)
            scope = scope.Parent!;
        foreach (var token in scope.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == local.Name && token != declarator.Identifier)
                return false;
            foreach (var trivia in token.LeadingTrivia)
            {
                if (trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToString().Contains(local.Name))
                    return false;
            }
        }

        return true;
    }
}
