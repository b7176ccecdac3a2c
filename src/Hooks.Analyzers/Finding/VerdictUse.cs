using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>What becomes of the verdict of a fire.</summary>
internal static class VerdictUse
{
    /// <summary>
    /// Whether the verdict ends in a statement, or in a variable that nothing reads. An explicit discard (<c>_ =</c>) is a decision,
    /// whatever the verdict is handed to may read it, and a host may ask the context who decided.
    /// </summary>
    public static bool IsUnread(FireCall fire) => !AsksWhoDecided(fire.Syntax) && End(fire.Operation) switch
    {
        IExpressionStatementOperation => true,
        IVariableDeclaratorOperation declarator => IsNeverRead(declarator.Symbol, fire),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation } => IsNeverRead(target.Local, fire),
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

                // One of several tasks that are waited for together.
                case IArrayInitializerOperation { Parent: IArrayCreationOperation array }:
                    operation = array;
                    break;
                case ICollectionExpressionOperation:
                    operation = operation.Parent;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WaitAll", ContainingType.Name: "Task" } } all }:
                    operation = all;
                    break;
                case var parent:
                    return parent;
            }
        }
    }

    private static bool IsOfTask(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "AsTask" or "Preserve" or "WaitAsync" or "GetAwaiter" or "GetResult" or "Wait";

    private static bool AsksWhoDecided(SyntaxNode call)
    {
        var member = call.FirstAncestorOrSelf<MemberDeclarationSyntax>(static outer => outer is not GlobalStatementSyntax) ?? call.SyntaxTree.GetRoot();
        return member.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "DecidedBy");
    }

    // The name counts wherever it stands in the variable's scope, in code that is switched off too.
    private static bool IsNeverRead(ILocalSymbol local, FireCall fire)
    {
        if (local.Name.StartsWith("_", StringComparison.Ordinal)
            || local.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(fire.CancellationToken) is not VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } statement } declarator
            || statement.Parent is not { } scope)
        {
            return false;
        }

        if (scope is GlobalStatementSyntax or SwitchSectionSyntax)
            scope = scope.Parent!;
        foreach (var token in scope.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == local.Name && token != declarator.Identifier && !IsUseless(token, fire))
                return false;
            foreach (var trivia in token.LeadingTrivia)
            {
                if (trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToString().Contains(local.Name))
                    return false;
            }
        }

        return true;
    }

    // To give the variable a value reads nothing, nor does a statement that waits for a task.
    private static bool IsUseless(SyntaxToken token, FireCall fire)
    {
        if (token.Parent is not IdentifierNameSyntax name || fire.Operation.SemanticModel?.GetOperation(name, fire.CancellationToken) is not ILocalReferenceOperation reference)
            return false;
        return reference.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment && assignment.Target == reference
            || End(reference) is IExpressionStatementOperation;
    }
}
