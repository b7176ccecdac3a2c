using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>
/// Whether a value is looked at only to see that there is one, or to tell of it. Whoever asks no more has nothing against
/// another value. Rather too many are taken for such.
/// </summary>
/// <param name="body">The body in which locals may hold the value.</param>
internal sealed class PresenceTest(SyntaxNode body)
{
    private static readonly string[] TellingVerbs = ["Log", "Write", "Trace", "Debug", "Info", "Warn", "Add", "Append", "Record", "Report", "SetTag", "Print", "Note"];

    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);

    /// <summary>Whether this is all that becomes of an expression's value.</summary>
    public bool IsAllOf(SyntaxNode expression)
    {
        var value = Same(expression);
        return IsTold(value) || (AsksSize(value) && IsSizeTest(value)) || value.Parent switch
        {
            ExpressionStatementSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => IsEmpty(Other(comparison, value)),
            IsPatternExpressionSyntax match => IsPresence(match.Pattern),
            SwitchExpressionSyntax choice => choice.Arms.All(arm => IsPresence(arm.Pattern)),
            { } size when AsksSize(size) => IsSizeTest(size),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => TextOf.NameOf(call) is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace",
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => IsAllOf(local.Identifier),
            _ => false,
        };
    }

    /// <summary>Whether this is all that a call asks: <c>ContainsKey</c>, or to hand out a local of which no more is asked.</summary>
    public bool IsAllOf(InvocationExpressionSyntax call, string? method)
    {
        if (method == "ContainsKey")
            return true;
        if (method?.StartsWith("TryGet", StringComparison.Ordinal) != true)
            return IsAllOf(call);
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var isKnown = argument is not { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } || argument.Expression switch
            {
                DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax local } => IsAllOf(local.Identifier),
                DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax } => true,
                IdentifierNameSyntax local => local.Identifier.ValueText == "_" || IsAllOf(local.Identifier),
                _ => false,
            };
            if (!isKnown)
                return false;
        }

        return true;
    }

    /// <summary>Whether a pattern asks no more of the value than whether there is one, and of what class.</summary>
    public bool IsPresence(PatternSyntax pattern) => pattern switch
    {
        DiscardPatternSyntax or TypePatternSyntax => true,
        ConstantPatternSyntax constant => IsEmpty(constant.Expression) || constant.Expression is TypeSyntax,
        DeclarationPatternSyntax { Designation: var local } => IsAllOf(local),
        VarPatternSyntax { Designation: var local } => IsAllOf(local),
        UnaryPatternSyntax negated => IsPresence(negated.Pattern),
        ParenthesizedPatternSyntax inner => IsPresence(inner.Pattern),
        BinaryPatternSyntax both => IsPresence(both.Left) && IsPresence(both.Right),
        RecursivePatternSyntax { PositionalPatternClause: null } recursive =>
            (recursive.Designation is null || IsAllOf(recursive.Designation))
            && (recursive.PropertyPatternClause is null || recursive.PropertyPatternClause.Subpatterns.All(part => part.NameColon?.Name.Identifier.ValueText is "Length" or "Count" && IsSize(part.Pattern))),
        _ => false,
    };

    private bool IsAllOf(VariableDesignationSyntax designation) => designation switch
    {
        DiscardDesignationSyntax => true,
        SingleVariableDesignationSyntax local => IsAllOf(local.Identifier),
        _ => false,
    };

    // Wherever the name stands; a local that is asked about again while it is followed adds nothing.
    private bool IsAllOf(SyntaxToken local) =>
        !_followed.Add(local.ValueText)
        || body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.ValueText && IsRead(name)).All(IsAllOf);

    private static bool IsRead(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        AssignmentExpressionSyntax assignment => assignment.Right == name,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } or NameColonSyntax or MemberBindingExpressionSyntax => false,
        _ => true,
    };

    /// <summary>The outermost expression that is there, or empty, whenever the value is.</summary>
    private static SyntaxNode Same(SyntaxNode expression)
    {
        for (var value = TextOf.Whole(expression); ;)
        {
            SyntaxNode? outer = value.Parent switch
            {
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim" or "ToString", Parent: InvocationExpressionSyntax call } access when access.Expression == value => call,
                ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Trim" or "ToString" } } } access when access.Expression == value => access,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: var otherwise } coalesce when coalesce.Left == value && IsEmpty(otherwise) => coalesce,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } conversion => conversion,
                _ => null,
            };
            if (outer is null)
                return value;
            value = TextOf.Whole(outer);
        }
    }

    // In a reason, or in a statement that records.
    private static bool IsTold(SyntaxNode value)
    {
        foreach (var outer in value.Ancestors())
        {
            if (outer is StatementSyntax or AnonymousFunctionExpressionSyntax)
                return false;
            if (outer is InvocationExpressionSyntax { ArgumentList: var arguments, Expression: var called } call && arguments.Span.Contains(value.Span))
            {
                if (called is MemberAccessExpressionSyntax { Expression: var owner } && owner.ToString().EndsWith("HookResult", StringComparison.Ordinal))
                    return true;
                if (call.Parent is ExpressionStatementSyntax or AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } or ConditionalAccessExpressionSyntax { Parent: ExpressionStatementSyntax }
                    && TellingVerbs.Any(verb => TextOf.NameOf(call).StartsWith(verb, StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AsksSize(SyntaxNode value) => value is
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" }
        or ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } };

    private static bool IsSizeTest(SyntaxNode size) =>
        TextOf.Whole(size) is var whole
        && whole.Parent switch
        {
            BinaryExpressionSyntax comparison => IsSmall(Other(comparison, whole)),
            IsPatternExpressionSyntax { Pattern: var pattern } => IsSize(pattern),
            _ => false,
        };

    private static bool IsSize(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: var value } => IsSmall(value),
        RelationalPatternSyntax { Expression: var value } => IsSmall(value),
        UnaryPatternSyntax negated => IsSize(negated.Pattern),
        BinaryPatternSyntax both => IsSize(both.Left) && IsSize(both.Right),
        _ => false,
    };

    private static ExpressionSyntax Other(BinaryExpressionSyntax comparison, SyntaxNode value) => comparison.Left == value ? comparison.Right : comparison.Left;

    private static bool IsSmall(ExpressionSyntax value) => value is LiteralExpressionSyntax { Token.Value: 0 or 1 or null };

    private static bool IsEmpty(ExpressionSyntax value) => TextOf.Bare(value) switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression } => true,
        LiteralExpressionSyntax { Token.Value: "" } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => true,
        _ => false,
    };
}
