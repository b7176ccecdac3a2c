using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>What makes it safe to fire a point synchronously although the table has an asynchronous hook there.</summary>
internal static class SynchronousFireGuard
{
    private const string IsSynchronous = "IsSynchronous";
    private const string None = "None";

    public static bool IsAround(FireCall fire) => AsksBefore(fire.Syntax) || CatchesRefusal(fire.Operation) || HasAnotherTable(fire);

    // The answer may be kept in a field, so that the whole type counts.
    private static bool AsksBefore(SyntaxNode call) =>
        (call.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? call.SyntaxTree.GetRoot())
            .DescendantNodes().Any(node => node is SimpleNameSyntax { Identifier.ValueText: IsSynchronous });

    /// <summary>Whether the same method asks before the call if this very point is synchronous, so that the synchronous entry is a choice.</summary>
    public static bool IsChosen(FireCall fire)
    {
        // The statements of a program stand beside each other.
        var method = fire.Syntax.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax)
            ?? fire.Syntax.SyntaxTree.GetRoot(fire.CancellationToken);
        return method.DescendantNodes(node => node is not TypeDeclarationSyntax)
            .OfType<InvocationExpressionSyntax>()
            .Any(asked => asked.SpanStart < fire.Syntax.SpanStart && Asks(asked, fire));
    }

    private static bool Asks(InvocationExpressionSyntax asked, FireCall fire) =>
        asked.Expression.DescendantNodesAndSelf().Any(node => node is SimpleNameSyntax { Identifier.ValueText: IsSynchronous })
        && fire.Operation.SemanticModel?.GetOperation(asked, fire.CancellationToken) is IInvocationOperation { TargetMethod.Name: IsSynchronous } call
        && SymbolNames.IsHooksType(call.TargetMethod.ContainingType, MetadataNames.HookDispatcher)
        && FireCall.PointOf(call, fire.Hooks) is { } point
        && point.Number == fire.Point?.Number
        && SymbolEqualityComparer.Default.Equals(point.Context, fire.Point.Context);

    private static bool CatchesRefusal(IOperation operation)
    {
        for (var inner = operation; inner.Parent is { } outer; inner = outer)
        {
            if (outer is ITryOperation attempt && inner == attempt.Body && attempt.Catches.Any(handler => handler.ExceptionType.Name == nameof(InvalidOperationException)))
                return true;
        }

        return false;
    }

    /// <summary>Only what is plain to see: <c>HookDispatcher.None</c>, and a variable, field or property made over a table that is not this assembly's.</summary>
    public static bool HasAnotherTable(FireCall fire) => fire.Receiver switch
    {
        IPropertyReferenceOperation { Property: { Name: None, IsStatic: true } } => true,
        ILocalReferenceOperation { Local: var local } => IsMadeOverAnother(local, fire),
        IFieldReferenceOperation { Field: var field } => IsMadeOverAnother(field, fire),
        IPropertyReferenceOperation { Property: var property } => IsMadeOverAnother(property, fire),
        IObjectCreationOperation creation => IsOverAnother(creation, fire),
        _ => false,
    };

    private static bool IsMadeOverAnother(ISymbol variable, FireCall fire)
    {
        foreach (var reference in variable.DeclaringSyntaxReferences)
        {
            // The model of another file is not at hand, and a variable declared there is left alone.
            if (reference.SyntaxTree != fire.Syntax.SyntaxTree)
                return false;
            if (ValuesOf(reference.GetSyntax(fire.CancellationToken), variable.Name).Any(value => IsOfAnother(value, fire)))
                return true;
        }

        return false;
    }

    // What it is declared with, and what a constructor gives it.
    private static IEnumerable<ExpressionSyntax> ValuesOf(SyntaxNode declaration, string name)
    {
        var value = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => null,
        };
        var given = (declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members ?? default)
            .OfType<ConstructorDeclarationSyntax>()
            .SelectMany(constructor => constructor.DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => (assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member ? member.Name : assignment.Left) is IdentifierNameSyntax target && target.Identifier.ValueText == name)
            .Select(assignment => assignment.Right);
        return value is null ? given : given.Prepend(value);
    }

    private static bool IsOfAnother(ExpressionSyntax value, FireCall fire) => Unconverted(fire.Operation.SemanticModel?.GetOperation(value, fire.CancellationToken)) switch
    {
        IObjectCreationOperation creation => IsOverAnother(creation, fire),
        IPropertyReferenceOperation { Property: { Name: None, IsStatic: true } } => true,
        _ => false,
    };

    private static bool IsOverAnother(IObjectCreationOperation creation, FireCall fire) =>
        SymbolNames.IsHooksType(creation.Type, MetadataNames.HookDispatcher)
        && creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } table
        && !SymbolEqualityComparer.Default.Equals(Unconverted(table.Value)?.Type?.ContainingAssembly, fire.Hooks.Compilation.Assembly);

    private static IOperation? Unconverted(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }
}
