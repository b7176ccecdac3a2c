using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes.Returns;

/// <summary>Which values can be dropped without losing anything but the value.</summary>
internal static class Effects
{
    public static bool IsFree(ExpressionSyntax expression, SemanticModel semantics) => expression switch
    {
        LiteralExpressionSyntax or NameSyntax or PredefinedTypeSyntax or DefaultExpressionSyntax or TypeOfExpressionSyntax or ThisExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsFree(inner.Expression, semantics),
        CastExpressionSyntax cast => IsFree(cast.Expression, semantics),
        MemberAccessExpressionSyntax member => IsFree(member.Expression, semantics),
        IsPatternExpressionSyntax test => IsFree(test.Expression, semantics),
        BinaryExpressionSyntax binary => IsFree(binary.Left, semantics) && IsFree(binary.Right, semantics),
        PrefixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.PreIncrementExpression) && !unary.IsKind(SyntaxKind.PreDecrementExpression) && IsFree(unary.Operand, semantics),
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) && IsFree(unary.Operand, semantics),
        ConditionalExpressionSyntax choice => IsFree(choice.Condition, semantics) && IsFree(choice.WhenTrue, semantics) && IsFree(choice.WhenFalse, semantics),
        SwitchExpressionSyntax choice => IsFree(choice.GoverningExpression, semantics)
            && choice.Arms.All(arm => IsFree(arm.Expression, semantics) && (arm.WhenClause is null || IsFree(arm.WhenClause.Condition, semantics))),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().All(hole => IsFree(hole.Expression, semantics)),
        TupleExpressionSyntax tuple => AreFree(tuple.Arguments, semantics),
        InvocationExpressionSyntax call => MakesValue(call, semantics) && AreFree(call.ArgumentList.Arguments, semantics),
        BaseObjectCreationExpressionSyntax { Initializer: null } creation => MakesValue(creation, semantics) && AreFree(creation.ArgumentList?.Arguments ?? default, semantics),
        _ => false,
    };

    private static bool AreFree(SeparatedSyntaxList<ArgumentSyntax> arguments, SemanticModel semantics) =>
        arguments.All(argument => argument.RefKindKeyword.IsKind(SyntaxKind.None) && IsFree(argument.Expression, semantics));

    // HookResult.Cancel("no"), Task.FromResult(x), new ValueTask<HookResult>(x)
    private static bool MakesValue(ExpressionSyntax expression, SemanticModel semantics) =>
        semantics.GetSymbolInfo(expression).Symbol is IMethodSymbol { IsStatic: true } or IMethodSymbol { MethodKind: MethodKind.Constructor }
        && semantics.GetSymbolInfo(expression).Symbol!.ContainingType is { } type
        && (SymbolNames.IsHooksType(type, MetadataNames.HookResult) || CompletedValue.Find(expression, semantics) is not null);
}
