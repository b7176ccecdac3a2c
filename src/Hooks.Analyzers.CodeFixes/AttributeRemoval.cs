using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>What of a text goes when an attribute goes: its list and its line too, where nothing else is in them.</summary>
internal static class AttributeRemoval
{
    public static TextSpan SpanOf(AttributeSyntax attribute, SourceText text)
    {
        if (attribute.Parent is not AttributeListSyntax list)
            return attribute.Span;
        var place = list.Attributes.IndexOf(attribute);
        if (place > 0)
            return TextSpan.FromBounds(list.Attributes.GetSeparator(place - 1).SpanStart, attribute.Span.End);
        if (list.Attributes.Count > 1)
            return TextSpan.FromBounds(attribute.SpanStart, BehindSpaces(text, list.Attributes.GetSeparator(0).Span.End));

        var first = text.Lines.GetLineFromPosition(list.SpanStart);
        var last = text.Lines.GetLineFromPosition(list.Span.End);
        var start = BeforeSpaces(text, list.SpanStart);
        var end = BehindSpaces(text, list.Span.End);
        if (end < last.End)
            return TextSpan.FromBounds(list.SpanStart, end);
        return start == first.Start ? TextSpan.FromBounds(start, last.EndIncludingLineBreak) : TextSpan.FromBounds(start, list.Span.End);
    }

    private static int BeforeSpaces(SourceText text, int position)
    {
        while (position > 0 && text[position - 1] is ' ' or '\t')
            position--;
        return position;
    }

    private static int BehindSpaces(SourceText text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;
        return position;
    }
}
