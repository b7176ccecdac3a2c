using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Hooks.Events;

/// <summary>Which types of events are meant. Cheap to keep and to share; made once, at subscription.</summary>
/// <remarks>
/// Types and patterns are compared as they are: by case, without Unicode normalisation. In patterns that <see cref="Parse"/>
/// reads, segments stand between dots, and
/// <list type="bullet">
/// <item><c>*</c> is any characters within one segment, none too; alone it is any one segment;</item>
/// <item><c>**</c>, which stands for a whole segment, is any number of segments, none too: <c>agent.**</c> matches <c>agent</c>;</item>
/// <item><c>?</c> is one character, <c>[abc]</c> and <c>[a-c]</c> one of these;</item>
/// <item><c>{agent,tool}</c> is one of these texts.</item>
/// </list>
/// </remarks>
public sealed class EventPattern
{
    /// <summary>The most <c>**</c> in one pattern, because each multiplies what there is to try.</summary>
    public const int MaxDoubleStars = 2;

    /// <summary>The most patterns that the alternatives in braces may stand for together.</summary>
    public const int MaxExpansions = 64;

    private readonly Regex? _regex;

    private EventPattern(string text, EventPatternKind kind, GlobPattern[]? globs = null, Regex? regex = null)
    {
        (Text, Kind, Globs, _regex) = (text, kind, globs ?? [], regex);
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>How it matches.</summary>
    public EventPatternKind Kind { get; }

    /// <summary>What the pattern stands for once braces are expanded.</summary>
    internal GlobPattern[] Globs { get; }

    /// <summary>Every type there is: <c>**</c>.</summary>
    public static EventPattern All { get; } = Parse("**");

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern, for example <c>tool.*.error</c>; a text without wildcards is the one type.</param>
    /// <exception cref="EventPatternException">It is no pattern; the message points at the character.</exception>
    public static EventPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var globs = PatternParser.Parse(text);
        return globs is [{ IsLiteral: true }] && !text.Contains('{', StringComparison.Ordinal) ? new(text, EventPatternKind.Exact) : new(text, EventPatternKind.Glob, globs);
    }

    /// <summary>Reads a pattern, if it is one.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="pattern">What was read.</param>
    /// <param name="error">What is wrong, and where.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EventPattern? pattern, [NotNullWhen(false)] out EventPatternException? error)
    {
        (pattern, error) = (null, null);
        try
        {
            pattern = Parse(text ?? string.Empty);
            return true;
        }
        catch (EventPatternException e)
        {
            error = e;
            return false;
        }
    }

    /// <summary>One type.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="ArgumentException">No event can have it.</exception>
    public static EventPattern Exact(string type) => new(EventType.Require(type), EventPatternKind.Exact);

    /// <summary>Every type that begins so, across segments: <c>stress.</c> and <c>str</c> both match <c>stress.test.1</c>.</summary>
    /// <param name="prefix">The beginning.</param>
    /// <exception cref="EventPatternException">No type can begin so.</exception>
    public static EventPattern Prefix(string prefix) => new(PatternParser.RequirePart(prefix), EventPatternKind.Prefix);

    /// <summary>Every type that ends so, across segments.</summary>
    /// <param name="suffix">The end.</param>
    /// <exception cref="EventPatternException">No type can end so.</exception>
    public static EventPattern Suffix(string suffix) => new(PatternParser.RequirePart(suffix), EventPatternKind.Suffix);

    /// <summary>Every type that a regular expression matches as a whole.</summary>
    /// <remarks>
    /// It is matched in time linear to the type's length, so that no expression can hang the bus; those that need
    /// backtracking (lookarounds, backreferences, atomic groups) are refused. Each costs time for each new type, however many there are.
    /// </remarks>
    /// <param name="expression">The expression, anchored at both ends by itself.</param>
    /// <exception cref="EventPatternException">It is no regular expression, too long, too large, or needs backtracking.</exception>
    public static EventPattern Regex([StringSyntax(StringSyntaxAttribute.Regex)] string expression) =>
        new(expression, EventPatternKind.Regex, regex: RegexPattern.Compile(expression));

    /// <summary>Whether events of the type are meant.</summary>
    /// <param name="type">The type.</param>
    public bool IsMatch(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Kind switch
        {
            EventPatternKind.Exact => type == Text,
            EventPatternKind.Prefix => type.StartsWith(Text, StringComparison.Ordinal),
            EventPatternKind.Suffix => type.EndsWith(Text, StringComparison.Ordinal),
            EventPatternKind.Regex => _regex!.IsMatch(type),
            _ => Array.Exists(Globs, glob => glob.IsMatch(type)),
        };
    }

    /// <summary>The pattern, for messages: its text, and its kind where the text does not tell.</summary>
    public override string ToString() => Kind is EventPatternKind.Exact or EventPatternKind.Glob ? Text : $"{Kind}:{Text}";

    /// <summary>A text as <see cref="Parse"/> reads it.</summary>
    /// <param name="text">The pattern.</param>
    /// <exception cref="EventPatternException">It is no pattern.</exception>
    public static implicit operator EventPattern(string text) => Parse(text);
}

/// <summary>How an <see cref="EventPattern"/> matches.</summary>
public enum EventPatternKind
{
    /// <summary>One type.</summary>
    Exact = 0,

    /// <summary>Types that begin so.</summary>
    Prefix = 1,

    /// <summary>Types that end so.</summary>
    Suffix = 2,

    /// <summary>Segments with wildcards.</summary>
    Glob = 3,

    /// <summary>A regular expression.</summary>
    Regex = 4,
}
