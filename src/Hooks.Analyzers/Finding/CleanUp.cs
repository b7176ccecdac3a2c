using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>What has to happen even if the fire has been cancelled.</summary>
/// <param name="flow">Where the token goes.</param>
internal sealed class CleanUp(TokenFlow flow)
{
    private static readonly string[] Undoing = ["Rollback", "RollBack", "Undo", "Revert", "Compensate", "Release", "Unlock", "Close", "Abort", "Cancel"];

    /// <summary>Whether a call undoes or ends something, or stands where something has failed, or where the token may have been cancelled.</summary>
    public bool Contains(IInvocationOperation call)
    {
        if (Undoing.Any(name => call.TargetMethod.Name.StartsWith(name, StringComparison.Ordinal)))
            return true;
        IOperation inner = call;
        for (; inner.Parent is { } outer; inner = outer)
        {
            switch (outer)
            {
                case ICatchClauseOperation:
                case ITryOperation attempt when inner == attempt.Finally:
                case IConditionalOperation choice when inner != choice.Condition && MayBeCancelled(choice.Condition, inner == choice.WhenTrue):
                case IBlockOperation block when block.Operations.TakeWhile(statement => statement != inner).Any(Leaves):
                    return true;
            }
        }

        return false;
    }

    // Behind these a method goes on only, or also, when the token has been cancelled.
    private bool Leaves(IOperation statement) => statement switch
    {
        IWhileLoopOperation { Condition: { } condition } loop => MayBeCancelled(condition, loop.ConditionIsUntil),
        IConditionalOperation choice => (IsLeft(choice.WhenTrue) && MayBeCancelled(choice.Condition, outcome: false)) || (IsLeft(choice.WhenFalse) && MayBeCancelled(choice.Condition, outcome: true)),
        _ => false,
    };

    private bool MayBeCancelled(IOperation condition, bool outcome) => CancellationQuestion.MayBeCancelled(condition, outcome, IsAnswer) == true;

    private bool IsAnswer(IOperation operation) => operation is ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } local && flow.Knows(local.Local);

    private static bool IsLeft(IOperation? branch) => branch switch
    {
        IBlockOperation { Operations: [.., var last] } => IsLeft(last),
        IReturnOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation => true,
        _ => false,
    };
}
