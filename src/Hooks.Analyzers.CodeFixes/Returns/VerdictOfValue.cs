using Hooks.Analyzers.CodeFixes.Methods;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes.Returns;

/// <summary>What a yes or no, a reason, or a context says as a <c>HookResult</c>.</summary>
/// <param name="method">The method that returns the values.</param>
/// <param name="semantics">Of the method's file.</param>
/// <param name="declared">What the method returns, tasks unwrapped: only that is known to be an answer.</param>
/// <param name="trueIsContinue">What true means.</param>
internal sealed class VerdictOfValue(IMethodSymbol method, SemanticModel semantics, ITypeSymbol declared, bool trueIsContinue)
{
    /// <summary>The verdict; null where the value does not tell.</summary>
    /// <param name="value">A value that the method returns.</param>
    /// <param name="awaited">Whether the value is what comes out of awaiting the expression.</param>
    public ExpressionSyntax? Of(ExpressionSyntax value, bool awaited)
    {
        if (awaited)
            return Of(SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), value.InParentheses()), ResultOf(semantics.GetTypeInfo(value).Type));
        return value switch
        {
            ThrowExpressionSyntax => value,
            ParenthesizedExpressionSyntax inner => Of(inner.Expression, awaited: false)?.InParentheses(),
            ConditionalExpressionSyntax choice => OfChoice(choice),
            SwitchExpressionSyntax choice => OfChoice(choice),
            LiteralExpressionSyntax literal => OfLiteral(literal),
            DefaultExpressionSyntax => semantics.GetTypeInfo(value).Type is { } type && IsAnswer(type) ? Names.Result("Continue") : null,
            IdentifierNameSyntax name when method.Parameters.Any(parameter => parameter.Name == name.Identifier.ValueText && parameter.Ordinal == 0) => Names.Result("Modified"),
            _ => Of(value, semantics.GetTypeInfo(value).Type),
        };
    }

    private static bool IsAnswer(ITypeSymbol? type) => SymbolNames.IsHooksType(type, MetadataNames.HookResult)
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsAnswer(nullable.TypeArguments[0]));

    private static ITypeSymbol? ResultOf(ITypeSymbol? task) => task is INamedTypeSymbol { TypeArguments: [var result] } ? result : null;

    private ExpressionSyntax? Of(ExpressionSyntax value, ITypeSymbol? type)
    {
        if (SymbolNames.IsHooksType(type, MetadataNames.HookResult))
            return value;
        if (IsAnswer(type))
            return SyntaxFactory.BinaryExpression(SyntaxKind.CoalesceExpression, value.InParentheses(), SpacedToken(SyntaxKind.QuestionQuestionToken), Names.Result("Continue"));
        return type?.SpecialType switch
        {
            _ when !SymbolEqualityComparer.Default.Equals(type, declared) => null,
            SpecialType.System_Boolean => Choose(value.InParentheses(), Answer(trueIsContinue), Answer(!trueIsContinue)),
            SpecialType.System_String => OfText(value),
            _ => null,
        };
    }

    private ExpressionSyntax OfText(ExpressionSyntax text)
    {
        var reason = FreeName("reason");
        var test = (IsPatternExpressionSyntax)SyntaxFactory.ParseExpression($"text is {{ }} {reason}");
        return Choose(
            test.WithExpression(text.InParentheses().WithTrailingTrivia(SyntaxFactory.Space)),
            Names.Cancel(SyntaxFactory.IdentifierName(reason)),
            Names.Result("Continue"));
    }

    private ExpressionSyntax? OfLiteral(LiteralExpressionSyntax literal) => (SyntaxKind)literal.RawKind switch
    {
        SyntaxKind.TrueLiteralExpression when declared.SpecialType == SpecialType.System_Boolean => Answer(trueIsContinue),
        SyntaxKind.FalseLiteralExpression when declared.SpecialType == SpecialType.System_Boolean => Answer(!trueIsContinue),

        // No reason, or no answer. Instead of a context it may as well mean that the call is dropped.
        SyntaxKind.NullLiteralExpression when declared.SpecialType == SpecialType.System_String || IsAnswer(declared) => Names.Result("Continue"),
        SyntaxKind.StringLiteralExpression when declared.SpecialType == SpecialType.System_String => Names.Cancel(literal.WithoutTrivia()),
        SyntaxKind.DefaultLiteralExpression => IsAnswer(semantics.GetTypeInfo(literal).ConvertedType) ? Names.Result("Continue") : null,
        _ => null,
    };

    private ExpressionSyntax? OfChoice(ConditionalExpressionSyntax choice) =>
        Of(choice.WhenTrue, awaited: false) is { } whenTrue && Of(choice.WhenFalse, awaited: false) is { } whenFalse
            ? choice.WithWhenTrue(whenTrue.WithTriviaFrom(choice.WhenTrue)).WithWhenFalse(whenFalse.WithTriviaFrom(choice.WhenFalse))
            : null;

    private ExpressionSyntax? OfChoice(SwitchExpressionSyntax choice)
    {
        var arms = choice.Arms;
        foreach (var arm in choice.Arms)
        {
            if (Of(arm.Expression, awaited: false) is not { } answer)
                return null;
            arms = arms.Replace(arms[choice.Arms.IndexOf(arm)], arm.WithExpression(answer.WithTriviaFrom(arm.Expression)));
        }

        return choice.WithArms(arms);
    }

    // A name that nothing in the method has.
    private string FreeName(string name)
    {
        var taken = new HashSet<string>(
            method.DeclaringSyntaxReferences.Concat(method.PartialImplementationPart?.DeclaringSyntaxReferences ?? [])
                .SelectMany(reference => reference.GetSyntax().DescendantTokens())
                .Select(token => token.ValueText),
            StringComparer.Ordinal);
        return taken.Contains(name) ? Enumerable.Range(1, int.MaxValue).Select(number => name + number).First(other => !taken.Contains(other)) : name;
    }

    private ExpressionSyntax Answer(bool goesOn) => goesOn
        ? Names.Result("Continue")
        : Names.Cancel(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal($"denied by {method.Name}")));

    private static ExpressionSyntax Choose(ExpressionSyntax condition, ExpressionSyntax whenTrue, ExpressionSyntax whenFalse) =>
        SyntaxFactory.ConditionalExpression(condition, SpacedToken(SyntaxKind.QuestionToken), whenTrue, SpacedToken(SyntaxKind.ColonToken), whenFalse);

    private static SyntaxToken SpacedToken(SyntaxKind kind) =>
        SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), kind, SyntaxFactory.TriviaList(SyntaxFactory.Space));
}
