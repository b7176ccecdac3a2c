using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>What a condition says of whether a token has been cancelled.</summary>
internal static class CancellationQuestion
{
    /// <summary>
    /// True where the token may have been cancelled, or never can be; false where it has not been yet; null where the condition does not
    /// ask. What cannot be followed, and yet asks, may be cancelled.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="outcome">What it has turned out to be.</param>
    /// <param name="isAnswer">Whether a variable keeps what was asked before.</param>
    public static bool? MayBeCancelled(IOperation condition, bool outcome, Func<IOperation, bool> isAnswer)
    {
        switch (OwnCode.Unconverted(condition))
        {
            case IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" }:
                return outcome;
            case IPropertyReferenceOperation { Property.Name: "CanBeCanceled" }:
                return outcome ? null : true;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return MayBeCancelled(negation.Operand, !outcome, isAnswer);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                var left = MayBeCancelled(both.LeftOperand, outcome, isAnswer);
                var right = MayBeCancelled(both.RightOperand, outcome, isAnswer);
                return outcome == (both.OperatorKind == BinaryOperatorKind.ConditionalAnd) ? All(left, right) : Either(left, right);
            case var other:
                return OwnCode.Of(other).Any(inner => isAnswer(inner) || inner is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" or "CanBeCanceled" }) ? true : null;
        }
    }

    // Both are as they are said to be.
    private static bool? All(bool? left, bool? right) => left == false || right == false ? false : left ?? right;

    // Only one of them needs to be.
    private static bool? Either(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;
}
