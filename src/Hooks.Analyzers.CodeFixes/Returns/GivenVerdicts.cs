using Hooks.Analyzers.CodeFixes.Methods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes.Returns;

/// <summary>Lets a method return a verdict made of what it returns now.</summary>
internal static class GivenVerdicts
{
    /// <summary>The changed method; null where its values do not tell a verdict.</summary>
    /// <param name="part">The part to change.</param>
    /// <param name="wrapper">Whether <c>Task</c> or <c>ValueTask</c> or nothing stands around the verdict.</param>
    /// <param name="verdicts">What the values say.</param>
    public static MethodDeclarationSyntax? Change(HookMethod.Part part, string? wrapper, VerdictOfValue verdicts)
    {
        var method = part.Syntax;
        var type = Names.Verdict(wrapper);
        if (ReturnedValues.Of(method) is not { } values)
            return null;

        var givesTasks = wrapper is not null && !method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var becomesAsync = givesTasks && values.Any(value => value is not ThrowExpressionSyntax && CompletedValue.Find(value, part.Semantics) is null);
        var answers = new Dictionary<ExpressionSyntax, ExpressionSyntax>();
        foreach (var value in values)
        {
            var completed = givesTasks ? CompletedValue.Find(value, part.Semantics) : null;
            if (verdicts.Of(completed ?? value, awaited: givesTasks && completed is null && value is not ThrowExpressionSyntax) is not { } answer)
                return null;
            answers[value] = completed is null || becomesAsync ? answer : CompletedValue.With(value, answer.WithTriviaFrom(completed), type);
        }

        var changed = ReturnedValues.Replace(method, value => answers[value]);
        return (becomesAsync ? changed.With(SyntaxKind.AsyncKeyword) : changed).WithReturnType(type.WithTriviaFrom(method.ReturnType));
    }
}
