using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Judges by its text what a piece of data is set to.</summary>
internal static class ChangedValue
{
    // What such a method makes has nothing that was not there before.
    private static readonly string[] MaskingVerbs = ["Redact", "Mask", "Scrub", "Sanitiz", "Sanitis", "Anonymi", "Pseudonymi", "Censor", "Obfuscat", "Truncat", "Shorten", "Trim"];

    /// <summary>How an assignment changes the data at its left.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="data">What it sets.</param>
    /// <param name="method">The name of the hook's method.</param>
    /// <param name="names">The names that lead to the context.</param>
    public static ContextWriteKind KindOf(AssignmentExpressionSyntax assignment, ContextData data, string method, ContextNamesInText names)
    {
        if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            return ContextWriteKind.Other;
        if (IsMasking(method) || IsConstant(assignment.Right) || assignment.Right.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => IsMasking(NameOf(call))))
            return ContextWriteKind.SetHarmless;
        return !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => IsFrom(name, data, names))
            ? ContextWriteKind.SetFromItself
            : ContextWriteKind.SetAnew;
    }

    private static bool IsMasking(string method) => MaskingVerbs.Any(verb => method.IndexOf(verb, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };

    // By convention constants and settings begin with a capital, locals and fields do not.
    private static bool IsConstant(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax => true,
        PrefixUnaryExpressionSyntax negated => IsConstant(negated.Operand),
        InterpolatedStringExpressionSyntax text => text.Contents.All(part => part is InterpolatedStringTextSyntax),
        IdentifierNameSyntax name => char.IsUpper(name.Identifier.ValueText[0]),
        MemberAccessExpressionSyntax access => IsConstant(access.Name) && IsConstant(access.Expression),
        _ => false,
    };

    private static bool IsFrom(IdentifierNameSyntax name, ContextData data, ContextNamesInText names)
    {
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return false;
        if (!names.IsContext(name))
            return names.IsKnown(name.Identifier.ValueText) || names.IsMadeFromContext(name.Identifier.ValueText);
        return name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } || member == data.Member;
    }
}
