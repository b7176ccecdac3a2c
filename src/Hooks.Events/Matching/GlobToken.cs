using System.Text;

namespace Hooks.Events;

/// <summary>What one part of a segment with wildcards matches.</summary>
internal enum GlobTokenKind
{
    /// <summary>Any characters.</summary>
    Any,

    /// <summary>One character.</summary>
    One,

    /// <summary>One of some characters.</summary>
    Set,

    /// <summary>This character.</summary>
    Rune,
}

/// <summary>One part of a segment with wildcards.</summary>
internal readonly struct GlobToken
{
    private readonly (Rune First, Rune Last)[]? _ranges;

    private GlobToken(GlobTokenKind kind, Rune rune, (Rune First, Rune Last)[]? ranges) => (Kind, Rune, _ranges) = (kind, rune, ranges);

    public static GlobToken Any { get; } = new(GlobTokenKind.Any, default, null);

    public static GlobToken One { get; } = new(GlobTokenKind.One, default, null);

    public GlobTokenKind Kind { get; }

    public Rune Rune { get; }

    public static GlobToken Of(Rune rune) => new(GlobTokenKind.Rune, rune, null);

    public static GlobToken OneOf((Rune First, Rune Last)[] ranges) => new(GlobTokenKind.Set, default, ranges);

    public bool Matches(Rune rune) => Kind switch
    {
        GlobTokenKind.Rune => rune == Rune,
        GlobTokenKind.Set => Array.Exists(_ranges!, range => range.First <= rune && rune <= range.Last),
        _ => true,
    };
}
