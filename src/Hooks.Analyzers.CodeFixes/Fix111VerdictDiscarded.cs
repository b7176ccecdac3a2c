using System.Composition;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Keeps the verdict of a fire, and throws unless it allows to go on: nothing happens that a hook has denied, and nothing denied goes unseen.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix111VerdictDiscarded() : HookCodeFix(DiagnosticIds.VerdictDiscarded)
{
    /// <inheritdoc/>
    protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        // In a lambda without a body there is no place for a test.
        if (!diagnostic.Properties.TryGetValue(FixProperties.CancelDenies, out var denies) || denies is null
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or AnonymousFunctionExpressionSyntax) is not StatementSyntax statement
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } semantics)
        {
            return;
        }

        StatementSyntax? declaration = null;
        var name = string.Empty;
        switch (statement)
        {
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } } when IsVerdict(semantics.GetTypeInfo(variable, context.CancellationToken).Type):
                name = variable.Identifier.Text;
                declaration = statement;
                break;
            case ExpressionStatementSyntax { Expression: not AssignmentExpressionSyntax and var expression } when FireVerdict.Of(expression, semantics, context.CancellationToken) is { } verdict:
                name = VerdictName.For(statement, semantics, context.CancellationToken);
                declaration = Declaration(name, verdict, (ExpressionStatementSyntax)statement);
                break;
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ } variable] } when IsVerdict((semantics.GetDeclaredSymbol(variable, context.CancellationToken) as ILocalSymbol)?.Type):
                name = variable.Identifier.Text;
                declaration = statement;
                break;
        }

        if (declaration is not null)
            Offer(context, diagnostic, "Go on only if the verdict allows it", _ => Task.FromResult(context.Document.WithSyntaxRoot(Replace(root, statement, declaration, name))));
    }

    // A task that is kept is no verdict yet.
    private static bool IsVerdict(ITypeSymbol? type) => SymbolNames.IsHooksType(type, MetadataNames.HookResult);

    private static LocalDeclarationStatementSyntax Declaration(string name, ExpressionSyntax verdict, ExpressionStatementSyntax statement)
    {
        // While someone types, the semicolon is missing, and what ends the line stands before it.
        var isMissing = statement.SemicolonToken.IsMissing;
        var end = isMissing ? SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(statement.GetLastToken().TrailingTrivia) : statement.SemicolonToken;
        return SyntaxFactory
            .LocalDeclarationStatement(SyntaxFactory.VariableDeclaration(
                SyntaxFactory.IdentifierName("var").WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(
                    SyntaxFactory.Identifier(name).WithTrailingTrivia(SyntaxFactory.Space),
                    argumentList: null,
                    SyntaxFactory.EqualsValueClause(
                        SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                        isMissing ? verdict.WithoutTrivia() : verdict.WithoutLeadingTrivia())))))
            .WithSemicolonToken(end)
            .WithLeadingTrivia(statement.GetLeadingTrivia());
    }

    private static SyntaxNode Replace(SyntaxNode root, StatementSyntax statement, StatementSyntax declaration, string name)
    {
        var line = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end.ToString() : "\n";
        var indent = statement.GetLeadingTrivia() is [.., { RawKind: (int)SyntaxKind.WhitespaceTrivia } space] ? space.ToString() : string.Empty;
        var test = Test(name, line, indent);
        if (!declaration.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
            declaration = declaration.WithTrailingTrivia(SyntaxFactory.EndOfLine(line));
        switch (statement.Parent)
        {
            case BlockSyntax or SwitchSectionSyntax:
                return root.ReplaceNode(statement, [declaration, test]);
            case GlobalStatementSyntax global:
                return root.ReplaceNode(global, [global.WithStatement(declaration), SyntaxFactory.GlobalStatement(test)]);
            default:
                var block = SyntaxFactory.Block(declaration, test).WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
                return root.ReplaceNode(statement, block);
        }
    }

    private static StatementSyntax Test(string name, string line, string indent)
    {
        var deeper = indent + (indent.Contains('\t') ? "\t" : "    ");
        var test = SyntaxFactory.ParseStatement(
            $"{indent}if (!{name}.IsContinue && !{name}.IsModified){line}{deeper}throw new global::System.InvalidOperationException($\"Refused: {{{name}}}\");{line}");
        return test.ReplaceNodes(test.DescendantNodes().OfType<QualifiedNameSyntax>().Take(1), static (_, type) => type.WithAdditionalAnnotations(Simplifier.Annotation));
    }
}
