using System.Composition;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Passes the hook's token to a call that it waits for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix104TokenNotPassedOn() : HookCodeFix(DiagnosticIds.TokenNotPassedOn)
{
    /// <inheritdoc/>
    protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(FixProperties.Argument, out var text) && text is not null
            && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call)
        {
            var argument = SyntaxFactory.ParseArgumentList($"({text})").Arguments[0];
            OfferReplacement(context, diagnostic, "Pass the token on", root, call.ArgumentList, With(call.ArgumentList, argument));
        }

        return Task.CompletedTask;
    }

    // What ends the line of the last argument ends that of the new one.
    private static ArgumentListSyntax With(ArgumentListSyntax list, ArgumentSyntax added)
    {
        if (list.Arguments.Count == 0)
            return list.AddArguments(added);
        var last = list.Arguments.Last();
        var rest = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? last.GetTrailingTrivia() : default;
        var arguments = rest.Count == 0 ? list.Arguments : list.Arguments.Replace(last, last.WithoutTrailingTrivia());
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return list.WithArguments(SyntaxFactory.SeparatedList(
            arguments.Append(added.WithTrailingTrivia(rest)),
            arguments.GetSeparators().Append(comma)));
    }
}
