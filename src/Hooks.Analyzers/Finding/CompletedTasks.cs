using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// Which tasks a method has waited for, or asked whether they are done, by the time that it takes their result. Goes by the order
/// in which the code is written, so that it knows too many rather than too few.
/// </summary>
internal sealed class CompletedTasks
{
    private readonly List<(ISymbol Symbol, int From)> _known = [];
    private readonly int _allFrom = int.MaxValue;
    private readonly IOperation _body;

    public CompletedTasks(IOperation body)
    {
        _body = body;
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IAwaitOperation or IForEachLoopOperation { IsAsynchronous: true }:
                    var awaited = operation is IForEachLoopOperation loop ? loop.Collection : operation;
                    Add(awaited, operation);
                    if (awaited.DescendantsAndSelf().Any(inner => inner is IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WhenAny" or "WhenEach", ContainingType.Name: "Task" } }))
                        _allFrom = Math.Min(_allFrom, operation.Syntax.SpanStart);
                    break;
                case IPropertyReferenceOperation { Instance: { } asked } when IsQuestion(operation):
                    Add(asked, operation);
                    break;
                case IPatternOperation pattern when MatchedTask.Of(pattern) is { } asked && pattern.DescendantsAndSelf().Any(IsQuestion):
                    Add(asked, operation);
                    break;
            }
        }
    }

    /// <summary>Whether a task is known to be done where its result is taken.</summary>
    public bool Contain(IOperation task)
    {
        var place = task.Syntax.SpanStart;
        task = OwnCode.Unconverted(task);

        // Whatever a pattern asks of a task stands under one question, in an order that is the compiler's own.
        if (task is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput })
        {
            if (task.Parent?.Parent?.Parent is IPatternOperation pattern && pattern.DescendantsAndSelf().Any(IsQuestion))
                return true;
            if (MatchedTask.Of(task) is not { } matched)
                return false;
            task = OwnCode.Unconverted(matched);
        }

        if (MadeTask.IsDone(task, _body))
            return true;

        // After a wait for several tasks, whatever is at hand, or chosen by LINQ, may be one of them.
        if (task is IInvocationOperation call)
            return place > _allFrom && call.TargetMethod.IsExtensionMethod;
        return place > _allFrom || (OwnCode.Root(task) is { } root && _known.Any(known => known.From <= place && SymbolEqualityComparer.Default.Equals(known.Symbol, root)));
    }

    private static bool IsQuestion(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "Status" };

    private void Add(IOperation task, IOperation place)
    {
        foreach (var operation in task.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation && OwnCode.Root(operation) is { } root)
                _known.Add((root, place.Syntax.SpanStart));
        }
    }
}
