using System.Text.RegularExpressions;

namespace Hooks.Events;

/// <summary>Regular expressions that cannot hang: linear in time, bounded in size, and for the whole type.</summary>
internal static class RegexPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static Regex Compile(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (expression.Length is 0 or > EventType.MaxLength)
            throw new EventPatternException(expression, 0, $"has {expression.Length} characters; a regular expression has from 1 to {EventType.MaxLength}");
        try
        {
            // By itself first, so that none can break out of the group around it.
            _ = new Regex(expression, Options);
            return Anchor(expression);
        }
        catch (RegexParseException e)
        {
            throw new EventPatternException(expression, Math.Clamp(e.Offset - 1, 0, expression.Length - 1), $"is no regular expression ({e.Error})", e);
        }
        catch (NotSupportedException e)
        {
            throw new EventPatternException(expression, 0, "needs backtracking, or is too large to be matched without: lookarounds, backreferences and atomic groups cannot be used", e);
        }
    }
    // A comment at the end of an expression that ignores white space would have the end of the group in it, but for the line's end.
    private static Regex Anchor(string expression)
    {
        try
        {
            return new($@"\A(?:{expression})\z", Options);
        }
        catch (RegexParseException)
        {
            return new($"\\A(?:{expression}\n)\\z", Options);
        }
    }
}
