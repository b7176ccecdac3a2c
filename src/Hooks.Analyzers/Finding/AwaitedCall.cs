using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>A call that a hook waits for.</summary>
/// <param name="Operation">The call.</param>
/// <param name="IsDirect">Whether nothing but <c>await</c> sees the task, so that a Task may become a ValueTask.</param>
internal sealed record AwaitedCall(IInvocationOperation Operation, bool IsDirect)
{
    /// <summary>The calls that an <c>await</c>, an <c>await foreach</c>, or the return of a hook's task waits for.</summary>
    public static IEnumerable<AwaitedCall> Of(IOperation operation, bool isAsync) => operation switch
    {
        IAwaitOperation wait => In(wait.Operation, isDirect: true),
        IForEachLoopOperation { IsAsynchronous: true } loop => In(loop.Collection, isDirect: true),

        // The dispatcher awaits what a hook returns.
        IReturnOperation { ReturnedValue: { } task } when !isAsync => In(task, isDirect: false),
        _ => [],
    };

    private static IEnumerable<AwaitedCall> In(IOperation task, bool isDirect) => OwnCode.Unconverted(task) switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" } passing when (passing.Instance ?? passing.Arguments.FirstOrDefault()?.Value) is { } inner =>
            In(inner, isDirect && passing.TargetMethod.Name == "ConfigureAwait" && passing.Arguments.LastOrDefault()?.Value.Type?.SpecialType == SpecialType.System_Boolean),
        IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" } } all =>
            all.Arguments.SelectMany(argument => Elements(argument.Value)).SelectMany(element => In(element, isDirect: false)),
        IInvocationOperation call => [new(call, isDirect)],
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Value: var inner }] } => In(inner, isDirect: false),
        IConditionalOperation { WhenFalse: { } otherwise } choice => In(choice.WhenTrue, isDirect: false).Concat(In(otherwise, isDirect: false)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => In(arm.Value, isDirect: false)),
        _ => [],
    };

    private static IEnumerable<IOperation> Elements(IOperation list) => OwnCode.Unconverted(list) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        var other => [other],
    };
}
