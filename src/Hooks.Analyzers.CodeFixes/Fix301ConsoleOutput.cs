using System.Composition;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Writes to standard error instead of standard output.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix301ConsoleOutput() : HookCodeFix(DiagnosticIds.ConsoleOutput)
{
    /// <inheritdoc/>
    protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        // With "using static" there is no place for the other stream's name.
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<MemberAccessExpressionSyntax>(access => access.Span == diagnostic.Location.SourceSpan) is not { } member)
            return Task.CompletedTask;
        MemberAccessExpressionSyntax? replacement = member.Name.Identifier.ValueText switch
        {
            "Out" => member.WithName(SyntaxFactory.IdentifierName("Error")),
            "OpenStandardOutput" => member.WithName(SyntaxFactory.IdentifierName("OpenStandardError")),
            "Write" or "WriteLine" => member.WithExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, member.Expression, SyntaxFactory.IdentifierName("Error"))),
            _ => null,
        };
        if (replacement is not null)
            OfferReplacement(context, diagnostic, "Write to standard error", root, member, replacement.WithTriviaFrom(member));
        return Task.CompletedTask;
    }
}
