using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Shared;

/// <summary>The part of the rules that concerns numbers in the attribute: policies that exist, times and attempts that are not negative, and nothing that overflows.</summary>
internal static class HookNumbers
{
    private const string OnFailure = "OnFailure";

    /// <summary>Whether every number in an attribute means what it says. Any priority does, a negative one too.</summary>
    public static bool AreValid(AttributeData attribute, Compilation compilation)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if ((argument.Key == OnFailure && !IsMember(argument.Value)) || IsNegative(argument.Key, argument.Value))
                return false;
        }

        return attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList.Arguments: var arguments }
            || !arguments.Any(argument => MayOverflow(argument.Expression) && FindOverflow(argument.Expression, compilation) is not null);
    }

    /// <summary>Whether a value is a member of its enum. Where the code does not compile it counts as one.</summary>
    public static bool IsMember(TypedConstant value)
    {
        if (value is not { Kind: TypedConstantKind.Enum, Type: { } type })
            return true;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value.Value))
                return true;
        }

        return false;
    }

    /// <summary>Whether a setting is a time or a number of attempts, and less than none.</summary>
    public static bool IsNegative(string? setting, TypedConstant value) =>
        setting is "TimeoutMilliseconds" or "Retries" && value is { Kind: TypedConstantKind.Primitive, Value: int and < 0 };

    /// <summary>The innermost part of a constant expression whose exact value is not the one that it has, because it is <c>unchecked</c>.</summary>
    public static ExpressionSyntax? FindOverflow(ExpressionSyntax expression, Compilation compilation)
    {
        if (!MayOverflow(expression))
            return null;
        var semantics = compilation.GetSemanticModel(expression.SyntaxTree);
        return expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().LastOrDefault(node => IsUnchecked(node) && Overflows(node, semantics));
    }

    // Anywhere else the compiler refuses a constant that overflows.
    private static bool MayOverflow(ExpressionSyntax expression) =>
        expression is not (LiteralExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax)
        && expression.DescendantNodesAndSelf().Any(node => node.IsKind(SyntaxKind.UncheckedExpression));

    private static bool IsUnchecked(ExpressionSyntax expression) =>
        expression.FirstAncestorOrSelf<CheckedExpressionSyntax>() is { RawKind: (int)SyntaxKind.UncheckedExpression };

    private static bool Overflows(ExpressionSyntax expression, SemanticModel semantics)
    {
        if (Exact(expression, semantics) is not { } exact || Value(expression, semantics) is not { } value)
            return false;
        return exact != value;
    }

    private static BigInteger? Exact(ExpressionSyntax expression, SemanticModel semantics)
    {
        switch (expression)
        {
            case CastExpressionSyntax cast:
                return Value(cast.Expression, semantics);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus:
                return -Value(minus.Operand, semantics);
            case BinaryExpressionSyntax binary when Value(binary.Left, semantics) is { } left && Value(binary.Right, semantics) is { } right:
                return binary.Kind() switch
                {
                    SyntaxKind.AddExpression => left + right,
                    SyntaxKind.SubtractExpression => left - right,
                    SyntaxKind.MultiplyExpression => left * right,
                    SyntaxKind.DivideExpression when !right.IsZero => left / right,
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static BigInteger? Value(ExpressionSyntax expression, SemanticModel semantics) => semantics.GetConstantValue(expression).Value switch
    {
        int value => value,
        uint value => value,
        long value => value,
        ulong value => value,
        short value => value,
        ushort value => value,
        byte value => value,
        sbyte value => value,
        char value => value,
        double value when !double.IsNaN(value) && !double.IsInfinity(value) => new BigInteger(value),
        float value when !float.IsNaN(value) && !float.IsInfinity(value) => new BigInteger(value),
        decimal value => new BigInteger(value),
        _ => null,
    };
}
