using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>Whether a hook answers for its own failures.</summary>
internal static class FailureAnswer
{
    /// <summary>Whether all that the body does stands in a try that catches everything, so that no exception is left to the point.</summary>
    public static bool IsOwn(IMethodBodyOperation body) =>
        body.BlockBody is { } block
        && block.Operations.OfType<ITryOperation>().FirstOrDefault() is { Finally: null } attempt
        && attempt.Catches.Any(CatchesAll)
        && attempt.Catches.All(handler => !handler.Descendants().OfType<IThrowOperation>().Any())
        && block.Operations.All(statement => statement == attempt || IsHarmless(statement));

    private static bool CatchesAll(ICatchClauseOperation handler) =>
        handler is { Filter: null, ExceptionType: { Name: nameof(Exception) or nameof(Object), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } } };

    // A variable that starts with a constant, or the answer behind the try.
    private static bool IsHarmless(IOperation statement) =>
        statement is ILocalFunctionOperation
        || (statement is IVariableDeclarationGroupOperation or IReturnOperation
            && !statement.Descendants().Any(inner => inner is IObjectCreationOperation or IDynamicInvocationOperation || (inner is IInvocationOperation && Verdicts.KindOf(inner) is null)));
}
