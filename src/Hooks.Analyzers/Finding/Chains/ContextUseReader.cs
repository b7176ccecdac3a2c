using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Walks through the text of one body.</summary>
internal sealed class ContextUseReader
{
    private readonly SyntaxNode _body;
    private readonly ContextNamesInText _names;
    private readonly HashSet<ContextData> _reads = [];
    private readonly HashSet<ContextData> _weighed = [];
    private readonly HashSet<ContextWrite> _writes = [];
    private readonly HashSet<ContextData> _selects = [];
    private readonly HashSet<ResultKind> _answers = [];
    private readonly HashSet<ContextData> _handedOn = [];

    public ContextUseReader(SyntaxNode body, string parameter, INamedTypeSymbol context)
    {
        _body = body;
        _names = new(body, parameter, context);
    }

    public ContextUse Read(string method)
    {
        foreach (var node in _body.DescendantNodes())
        {
            if (node is MemberAccessExpressionSyntax answer && ResultOf(answer) is { } kind)
                _answers.Add(kind);
            else if (node is ExpressionSyntax expression && _names.Find(expression) is { } found)
                Take(expression, found, method);
            else if (node is SubpatternSyntax { NameColon.Name.Identifier.ValueText: var member } part && _names.FindInPattern(part, member) is { } matched)
                TakePattern(part.Pattern, matched);
        }

        // A hook that answers Modified has changed something, and what it hands to another method is the likeliest.
        if (_writes.Count == 0 && _answers.Contains(ResultKind.Modified))
            _writes.UnionWith(_handedOn.Select(data => new ContextWrite(data, ContextWriteKind.Other)));
        return new() { Reads = [.. _reads], Weighed = [.. _weighed], Writes = [.. _writes], Selects = [.. _selects], Answers = [.. _answers] };
    }

    private static ResultKind? ResultOf(MemberAccessExpressionSyntax access)
    {
        var type = access.Expression switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
            AliasQualifiedNameSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => null,
        };
        return type == MetadataNames.HookResult && Enum.TryParse<ResultKind>(access.Name.Identifier.ValueText, out var kind) ? kind : null;
    }

    private void Take(ExpressionSyntax expression, ContextPlace place, string method)
    {
        // The longest expression that leads to the data says what becomes of it.
        if (TextOf.IsWithinLonger(expression))
            return;
        var outer = TextOf.Whole(expression);
        if (place.Call is { } call)
            TakeCall(call, outer, place);
        else if (!place.IsCopy && _names.Members.IsData(place.Data.Member))
            TakeValue(outer, place.Data, method);
        else if (IsCompared(outer))
            _selects.Add(place.Data);
    }

    private void TakeValue(SyntaxNode outer, ContextData data, string method)
    {
        if (_names.IsNaming(outer))
            return;
        switch (outer.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == outer:
                _writes.Add(new(data, new ChangedValue(_body, data, _names).KindOf(assignment, method)));
                if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                    _reads.Add(data);
                return;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                _writes.Add(new(data, ContextWriteKind.Other));
                break;
            case ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } }:
                _writes.Add(new(data, ContextWriteKind.Other));
                return;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } when data.Key is null:
                _handedOn.Add(data);
                break;
        }

        _reads.Add(data);
        if (!new PresenceTest(_body).IsAllOf(outer))
            _weighed.Add(data);
        if (IsCompared(outer))
            _selects.Add(data);
    }

    private void TakeCall(InvocationExpressionSyntax call, SyntaxNode outer, ContextPlace place)
    {
        var data = place.Data;
        if (_names.Members.IsData(data.Member))
        {
            if (place.Changes)
            {
                _writes.Add(new(data, place.Narrows ? ContextWriteKind.Narrowed : ContextWriteKind.Other));
                return;
            }

            _reads.Add(data);
            if (!new PresenceTest(_body).IsAllOf(call, place.Method))
                _weighed.Add(data);
        }

        var isCompared = _names.Members.IsFixed(data.Member) && IsComparison(place.Method) && call.ArgumentList.Arguments.Any(argument => argument.Expression.IsKind(SyntaxKind.StringLiteralExpression));
        if (isCompared || IsCompared(outer))
            _selects.Add(data);
    }

    private void TakePattern(PatternSyntax pattern, ContextData data)
    {
        _reads.Add(data);
        if (!new PresenceTest(_body).IsPresence(pattern))
            _weighed.Add(data);
        if (pattern.DescendantNodesAndSelf().Any(IsConstant))
            _selects.Add(data);
    }

    private static bool IsCompared(SyntaxNode value) => value.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
            (comparison.Left == value ? comparison.Right : comparison.Left) is LiteralExpressionSyntax { RawKind: not (int)SyntaxKind.NullLiteralExpression } or MemberAccessExpressionSyntax,
        IsPatternExpressionSyntax match => match.Pattern.DescendantNodesAndSelf().Any(IsConstant),
        SwitchExpressionSyntax choice => choice.GoverningExpression == value,
        SwitchStatementSyntax choice => choice.Expression == value,
        _ => false,
    };

    private static bool IsConstant(SyntaxNode node) =>
        node is ConstantPatternSyntax { Expression.RawKind: not (int)SyntaxKind.NullLiteralExpression };

    private static bool IsComparison(string? method) => method is "Equals" or "StartsWith" or "EndsWith" or "Contains";
}
