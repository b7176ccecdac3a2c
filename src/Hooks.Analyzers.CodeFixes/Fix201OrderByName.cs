using System.Composition;
using System.Globalization;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Writes down the order that two hooks have by their names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix201OrderByName() : HookCodeFix(DiagnosticIds.OrderByName)
{
    private static readonly string Low = HookPriorities.Low.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            return Task.CompletedTask;
        if (diagnostic.Properties.TryGetValue(FixProperties.Priority, out var priority) && priority is not null)
            OfferArgument("Keep this order with Priority", FixProperties.Priority, present => PriorityOf(priority, present));
        if (diagnostic.Properties.TryGetValue(FixProperties.After, out var names) && names is not null)
            OfferArgument("Keep this order with After", FixProperties.After, present => NamesOf(names, present));
        return Task.CompletedTask;

        void OfferArgument(string title, string argument, Func<ExpressionSyntax?, ExpressionSyntax> value) =>
            OfferReplacement(context, diagnostic, title, root, attribute, With(attribute, argument, value));
    }

    private static AttributeSyntax With(AttributeSyntax attribute, string name, Func<ExpressionSyntax?, ExpressionSyntax> value)
    {
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression is { } present)
            return attribute.ReplaceNode(present, value(present).WithTriviaFrom(present));
        var equals = SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(SyntaxFactory.Space);
        var argument = SyntaxFactory.AttributeArgument(equals, nameColon: null, value(null));
        return attribute.ArgumentList is { Arguments.Count: > 0 }
            ? attribute.AddArgumentListArguments(argument.WithLeadingTrivia(SyntaxFactory.Space))
            : attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)));
    }

    // Where a name was written, the name stays: HookPriority.High + 1.
    private static ExpressionSyntax PriorityOf(string priority, ExpressionSyntax? present) => present switch
    {
        not null and not LiteralExpressionSyntax and not PrefixUnaryExpressionSyntax when priority != Low => SyntaxFactory.ParseExpression($"{present} + 1"),
        _ => priority == Low
            ? SyntaxFactory.ParseExpression("global::Hooks.HookPriority.Low").WithAdditionalAnnotations(Simplifier.Annotation)
            : SyntaxFactory.ParseExpression(priority),
    };

    private static ExpressionSyntax NamesOf(string names, ExpressionSyntax? present) => present switch
    {
        null => Text(names),
        LiteralExpressionSyntax { Token.ValueText: { } text } => Text(text.Trim().Length == 0 ? names : $"{text}|{names}"),
        _ => SyntaxFactory.ParseExpression($"{present} + {Text("|" + names)}"),
    };

    private static LiteralExpressionSyntax Text(string text) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
