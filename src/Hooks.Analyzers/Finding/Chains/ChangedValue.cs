using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Judges by its text what a piece of data is set to.</summary>
/// <param name="body">The body in which it is set.</param>
/// <param name="data">What is set.</param>
/// <param name="names">The names that lead to the context.</param>
internal sealed class ChangedValue(SyntaxNode body, ContextData data, ContextNamesInText names)
{
    // What such a method makes has nothing that was not there before.
    private static readonly string[] MaskingVerbs = ["Redact", "Mask", "Scrub", "Sanitiz", "Sanitis", "Anonymi", "Pseudonymi", "Censor", "Obfuscat", "Truncat", "Shorten", "Trim", "Clamp", "Limit"];

    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);

    /// <summary>How an assignment changes the data at its left.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="method">The name of the hook's method.</param>
    public ContextWriteKind KindOf(AssignmentExpressionSyntax assignment, string method)
    {
        if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            return ContextWriteKind.Other;
        if (IsMasking(method) || assignment.IsKind(SyntaxKind.AddAssignmentExpression) || IsHarmless(assignment.Right))
            return ContextWriteKind.SetHarmless;
        return !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || assignment.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(IsFromData)
            ? ContextWriteKind.SetFromItself
            : ContextWriteKind.SetAnew;
    }

    // Whatever is chosen, and whatever a local may hold.
    private bool IsHarmless(ExpressionSyntax value) => IsConstant(value) || Keeps(value) || HasShrinking(value) || TextOf.Bare(value) switch
    {
        ConditionalExpressionSyntax choice => IsHarmless(choice.WhenTrue) && IsHarmless(choice.WhenFalse),
        SwitchExpressionSyntax choice => choice.Arms.All(arm => arm.Expression is ThrowExpressionSyntax || IsHarmless(arm.Expression)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => IsHarmless(coalesce.Left) && IsHarmless(coalesce.Right),
        IdentifierNameSyntax { Identifier.ValueText: var local } => !_followed.Add(local) || (ValuesOf(local) is { Count: > 0 } values && values.TrueForAll(IsHarmless)),
        _ => false,
    };

    /// <summary>Whether the data is in it as it was, with or without something around it.</summary>
    private bool Keeps(ExpressionSyntax value) => TextOf.Bare(value) switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Keeps(sum.Left) || Keeps(sum.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Keeps(coalesce.Left),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().Any(part => Keeps(part.Expression)),
        ArrayCreationExpressionSyntax { Initializer: { } elements } => elements.Expressions.Any(Keeps),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Any(Keeps),
        CollectionExpressionSyntax list => list.Elements.OfType<ExpressionElementSyntax>().Any(element => Keeps(element.Expression)),
        InvocationExpressionSyntax call => IsRead(call) || TextOf.NameOf(call) switch
        {
            "ToString" => TextOf.Receiver(call).Receiver is { } owner && Keeps(owner),
            "Concat" or "Format" or "Join" => call.ArgumentList.Arguments.Any(argument => Keeps(argument.Expression)),
            var name when IsQuoting(name) => call.ArgumentList.Arguments.Any(argument => Keeps(argument.Expression)),
            _ => false,
        },
        IdentifierNameSyntax { Identifier.ValueText: var local } copy => IsData(copy) && (!_kept.Add(local) || ValuesOf(local).TrueForAll(IsHarmless)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } => false,
        var other => IsData(other),
    };

    private bool IsData(ExpressionSyntax value) => names.Find(value) is { Call: null, Data: var read } && read == data;

    // GetString("command") of the arguments.
    private bool IsRead(InvocationExpressionSyntax call) =>
        data.Key is not null && names.Find(call) is { Data: var read, Method: { } method } && read == data && method.StartsWith("Get", StringComparison.Ordinal);

    private static bool IsQuoting(string method) =>
        method.IndexOf("Quote", StringComparison.OrdinalIgnoreCase) >= 0 || method.IndexOf("Escape", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool HasShrinking(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => TextOf.NameOf(call) is var name && (IsMasking(name) || name is "Min" or "Max"));

    private List<ExpressionSyntax> ValuesOf(string local)
    {
        var values = new List<ExpressionSyntax>();
        foreach (var node in body.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: var initial } declarator && declarator.Identifier.ValueText == local)
                values.Add(initial);
            else if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: var value } && target.Identifier.ValueText == local)
                values.Add(value);
        }

        return values;
    }

    private static bool IsMasking(string method) => MaskingVerbs.Any(verb => method.IndexOf(verb, StringComparison.OrdinalIgnoreCase) >= 0);

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

    private bool IsFromData(IdentifierNameSyntax name)
    {
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            return false;
        if (!names.IsContext(name))
            return names.IsKnown(name.Identifier.ValueText) || names.IsMadeFromContext(name.Identifier.ValueText);
        return name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } || member == data.Member;
    }
}
