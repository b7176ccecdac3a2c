using System.Composition;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Leaves a method with one attribute for a point, or makes one of two.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix007SamePointTwice() : HookCodeFix(DiagnosticIds.SamePointTwice)
{
    private const string Tools = "Tools";

    /// <inheritdoc/>
    protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan) is not AttributeSyntax attribute)
            return;
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var removal = new TextChange(AttributeRemoval.SpanOf(attribute, text), string.Empty);
        var first = First(context.Document, attribute, diagnostic);
        var isSame = first is not null && Same(Settings(first), Settings(attribute));

        // Removed alone, the second would take with it the tools that the first leaves out.
        if (first is not null && LeaveOutTools(first, attribute) is { } widening)
        {
            OfferChanges("Make one [Hook] of them, for every tool", widening, removal);
            return;
        }

        if (!isSame && first is not null && ToolsToAdd(first, attribute) is not null)
            Offer(context, diagnostic, "Join the tools in one [Hook]", _ => Task.FromResult(context.Document.WithText(JoinAll(first, attribute, text))));
        OfferChanges(isSame ? "Remove the duplicate" : "Remove this [Hook]", removal);

        void OfferChanges(string title, params TextChange[] changes) =>
            Offer(context, diagnostic, title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(changes))));
    }

    // The other part of a partial method may be in another file.
    private static AttributeSyntax? First(Document document, AttributeSyntax attribute, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations is [{ SourceTree.FilePath: var path, SourceSpan: var span }]
        && (document.FilePath is null || document.FilePath == path)
        && attribute.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.Span.Contains(span)
        && member.FindNode(span) is AttributeSyntax first
            ? first
            : null;

    /// <summary>The named arguments as written. The others name the point, which is the same.</summary>
    private static Dictionary<string, ExpressionSyntax> Settings(AttributeSyntax attribute) =>
        (attribute.ArgumentList?.Arguments ?? default)
            .Where(argument => argument.NameEquals is not null)
            .ToDictionary(argument => argument.NameEquals!.Name.Identifier.ValueText, argument => argument.Expression);

    private static bool Same(Dictionary<string, ExpressionSyntax> one, Dictionary<string, ExpressionSyntax> other) =>
        one.Count == other.Count && one.All(setting => other.TryGetValue(setting.Key, out var value) && SyntaxFactory.AreEquivalent(setting.Value, value));

    // All at once, so that what is offered at each of several attributes is the same change, and fix-all makes it once.
    private static SourceText JoinAll(AttributeSyntax first, AttributeSyntax attribute, SourceText text)
    {
        var joined = first.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.AttributeLists
            .SelectMany(list => list.Attributes)
            .Where(other => other == attribute || (other != first && StandsSo(other, first) && ToolsToAdd(first, other) is not null))
            .ToList();
        foreach (var other in Enumerable.Reverse(joined))
            text = text.Replace(AttributeRemoval.SpanOf(other, text), string.Empty);
        return text.Replace(Settings(first)[Tools].Span.End - 1, 0, string.Concat(joined.Select(other => ToolsToAdd(first, other))));
    }

    // For the same point, as it is written; and in a list that can be taken out as a whole, or after the first.
    private static bool StandsSo(AttributeSyntax other, AttributeSyntax first) =>
        other.Parent is AttributeListSyntax list
        && (list.Attributes.Count == 1 || list == first.Parent)
        && SyntaxFactory.AreEquivalent(other.Name, first.Name)
        && SyntaxFactory.AreEquivalent(PointOf(other), PointOf(first));

    private static ExpressionSyntax? PointOf(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression;

    /// <summary>The second attribute's tools as they are to stand behind those of the first, where nothing else tells them apart.</summary>
    private static string? ToolsToAdd(AttributeSyntax first, AttributeSyntax second)
    {
        var (one, other) = (Settings(first), Settings(second));
        if (!one.TryGetValue(Tools, out var ours) || !other.TryGetValue(Tools, out var theirs) || !IsPlain(ours) || !IsPlain(theirs))
            return null;
        one.Remove(Tools);
        other.Remove(Tools);
        return Same(one, other) ? "|" + theirs.ToString().Trim('"') : null;
    }

    /// <summary>Takes the tools of the first attribute away where the second names none, and nothing else tells them apart.</summary>
    private static TextChange? LeaveOutTools(AttributeSyntax first, AttributeSyntax second)
    {
        var (one, other) = (Settings(first), Settings(second));
        if (!one.Remove(Tools) || !Same(one, other))
            return null;
        var arguments = first.ArgumentList!.Arguments;
        var at = arguments.IndexOf(argument => argument.NameEquals?.Name.Identifier.ValueText == Tools);
        var span = at > 0 ? TextSpan.FromBounds(arguments[at - 1].Span.End, arguments[at].Span.End)
            : arguments.Count > 1 ? TextSpan.FromBounds(arguments[0].SpanStart, arguments[1].SpanStart)
            : first.ArgumentList.Span;
        return new TextChange(span, string.Empty);
    }

    private static bool IsPlain(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.ValueText: { Length: > 0 } value } && expression.ToString() == $"\"{value}\"";
}
