using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>Tasks that are done when they are made.</summary>
internal static class MadeTask
{
    /// <summary>Whether a task is made so, or kept in a variable that never holds another.</summary>
    /// <param name="task">The task.</param>
    /// <param name="body">The method that it is used in.</param>
    public static bool IsDone(IOperation task, IOperation body) => OwnCode.Unconverted(task) switch
    {
        IInvocationOperation { TargetMethod: { Name: "FromResult" or "FromException" or "FromCanceled", ContainingType.Name: "Task" or "ValueTask" } } => true,
        IInvocationOperation { TargetMethod.Name: "AsTask" or "Preserve", Instance: { Type.Name: "ValueTask" } inner } => IsDone(inner, body),
        IPropertyReferenceOperation { Property: { Name: "CompletedTask", IsStatic: true } } => true,
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Value.Type: { } made }] } => made.Name is not ("Task" or "IValueTaskSource"),
        ILocalReferenceOperation { Local: var local } => IsMade(local) && !IsWrittenAgain(local, body),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => IsMade(field),
        IPropertyReferenceOperation { Property: { SetMethod: null } property } => IsMade(property),
        _ => false,
    };

    // By its text, because the declaration may be in another file.
    private static bool IsMade(ISymbol variable) => variable.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() switch
    {
        VariableDeclaratorSyntax declarator => IsMade(declarator.Initializer?.Value),
        PropertyDeclarationSyntax property => IsMade(property.Initializer?.Value ?? property.ExpressionBody?.Expression),
        _ => false,
    };

    private static bool IsMade(ExpressionSyntax? value) => value switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" or "FromException" or "FromCanceled" } } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => true,
        _ => false,
    };

    private static bool IsWrittenAgain(ILocalSymbol local, IOperation body) => body.Descendants().Any(operation =>
        operation is ILocalReferenceOperation { Parent: IAssignmentOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } } reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, local)
        && !(reference.Parent is IAssignmentOperation assignment && assignment.Target != reference));
}
