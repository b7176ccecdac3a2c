using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>A change of the context after which a hook says that there was none.</summary>
/// <param name="Change">The change.</param>
/// <param name="Answers">The Continue or Skipped that follow it.</param>
internal sealed record UntoldChange(ContextChange Change, IReadOnlyList<Answer> Answers);

/// <summary>
/// Finds changes behind which the hook never answers Modified. Where it does so on some path it keeps count of what it
/// has changed, and is left to know best.
/// </summary>
internal static class UntoldChanges
{
    public static IEnumerable<UntoldChange> Of(HookBody body)
    {
        var changes = body.Changes.Where(change => !change.IsInFunction && !change.IsAccount() && IsCertain(change) && !PutBack.Is(change, body)).ToList();
        if (changes.Count == 0 || !MaySayNothing(body, changes.Min(change => change.Operation.Syntax.SpanStart)))
            yield break;
        var flow = body.Flow;
        foreach (var change in changes)
        {
            if (Find(change, flow.Graph) is not { } place || KeepsCount(place.Block))
                continue;
            var reach = FlowReach.From(place, flow.Graph, throughFailures: false);
            var withFailures = FlowReach.From(place, flow.Graph, throughFailures: true);
            var after = flow.Answers.Where(answer => withFailures.Contains(answer.Returned) || withFailures.Contains(answer.Chosen)).ToList();
            if (after.Exists(answer => answer.Kind is null or ResultKind.Modified))
                continue;
            var untold = after.Where(answer => Says(answer.Kind) && (reach.Contains(answer.Chosen) || IsOnlyAnswer(answer, reach, flow))).ToList();
            if (untold.Count > 0)
                yield return new(change, untold);
        }
    }

    // Most hooks that change data go on to say so, and their text shows it at a hundredth of what the graph costs.
    private static bool MaySayNothing(HookBody body, int firstChange) =>
        body.Operation.Descendants().Any(operation =>
            (Says(Verdicts.KindOf(operation)) || operation is IDefaultValueOperation)
            && (operation.Syntax.SpanStart > firstChange || IsKeptOrRepeated(operation)));

    private static bool IsKeptOrRepeated(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ILoopOperation or IVariableDeclaratorOperation or ISimpleAssignmentOperation)
                return true;
        }

        return false;
    }

    private static bool Says(ResultKind? kind) => kind is ResultKind.Continue or ResultKind.Skipped;

    // Chosen before the change, returned behind it, with nothing else to return there.
    private static bool IsOnlyAnswer(Answer answer, FlowReach reach, AnswerFlow flow) =>
        reach.Contains(answer.Returned) && flow.Answers.All(other => other.Returned != answer.Returned || Says(other.Kind));

    // "Remove" that is asked whether there was anything to remove, for example.
    private static bool IsCertain(ContextChange change) =>
        change.Operation is not IInvocationOperation call || call.Parent is IExpressionStatementOperation or IConditionalAccessOperation { Parent: IExpressionStatementOperation };

    // "changed = true" beside the change: what is answered is decided by it.
    private static bool KeepsCount(BasicBlock block) =>
        block.Operations.Any(operation => operation is IExpressionStatementOperation { Operation: IAssignmentOperation { Target: ILocalReferenceOperation } or IIncrementOrDecrementOperation { Target: ILocalReferenceOperation } });

    private static FlowPlace? Find(ContextChange change, ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            if (!block.IsReachable)
                continue;
            for (var index = 0; index <= block.Operations.Length; index++)
            {
                var place = new FlowPlace(block, index);
                if (place.Operation?.DescendantsAndSelf().Any(operation => operation.Syntax == change.Operation.Syntax && operation is IAssignmentOperation or IInvocationOperation or IIncrementOrDecrementOperation) == true)
                    return place;
            }
        }

        return null;
    }
}
