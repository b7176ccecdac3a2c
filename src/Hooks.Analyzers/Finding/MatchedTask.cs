using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>What a pattern looks at.</summary>
internal static class MatchedTask
{
    /// <summary>The nearest value or member that a part of a pattern belongs to; null where it is more than one, or none.</summary>
    public static IOperation? Of(IOperation part)
    {
        // The member of a property pattern is read from what the pattern around it looks at.
        var inner = part.Parent is IPropertyReferenceOperation { Parent: IPropertySubpatternOperation { Parent: { } around } } ? around : part;
        for (; inner.Parent is { } outer; inner = outer)
        {
            switch (outer)
            {
                case IPropertySubpatternOperation property when property.Pattern == inner:
                    return property.Member;
                case IIsPatternOperation test:
                    return test.Value;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice }:
                    return choice.Value;
                case IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } }:
                    return choice.Value;
                case not IPatternOperation:
                    return null;
            }
        }

        return null;
    }
}
