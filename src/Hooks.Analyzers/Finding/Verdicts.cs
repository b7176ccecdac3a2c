using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>Recognises the expressions that make an answer.</summary>
internal static class Verdicts
{
    /// <summary>The kind that an expression makes by itself: a member of <c>HookResult</c>, or its default value.</summary>
    public static ResultKind? KindOf(IOperation operation)
    {
        var member = operation switch
        {
            IInvocationOperation { TargetMethod: { IsStatic: true } method } => (ISymbol)method,
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => property,
            _ => null,
        };
        if (member is not null)
            return SymbolNames.IsHooksType(member.ContainingType, MetadataNames.HookResult) && Enum.TryParse<ResultKind>(member.Name, out var kind) ? kind : null;
        var isDefault = operation is IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true };
        return isDefault && SymbolNames.IsHooksType(operation.Type, MetadataNames.HookResult) ? ResultKind.Continue : null;
    }
}
