using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.TestKit;

/// <summary>Source with marked places: <c>[|this|]</c> is a span at which a test expects something.</summary>
/// <param name="Text">The source without the marks.</param>
/// <param name="Spans">The marked places in the order of their starts.</param>
public sealed record Markup(string Text, ImmutableArray<TextSpan> Spans)
{
    private const string Start = "[|";
    private const string End = "|]";

    /// <summary>Takes the marks out of a source.</summary>
    public static Markup Parse(string source)
    {
        var text = new StringBuilder(source.Length);
        var open = new Stack<int>();
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < source.Length; i++)
        {
            if (string.CompareOrdinal(source, i, Start, 0, Start.Length) == 0)
            {
                open.Push(text.Length);
                i++;
            }
            else if (open.Count > 0 && string.CompareOrdinal(source, i, End, 0, End.Length) == 0)
            {
                spans.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(source[i]);
            }
        }

        if (open.Count > 0)
            throw new TestKitException($"'{Start}' without '{End}' in: {source}");
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new(text.ToString(), spans.ToImmutable());
    }
}
