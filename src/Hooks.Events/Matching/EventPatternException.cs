namespace Hooks.Events;

/// <summary>A text is no pattern.</summary>
public sealed class EventPatternException : FormatException
{
    internal EventPatternException(string pattern, int position, string error, Exception? inner = null)
        : base($"The event pattern {EventType.Quote(pattern)} {error} (at character {position + 1}).", inner)
    {
        (Pattern, Position) = (pattern, position);
    }

    /// <summary>The text.</summary>
    public string Pattern { get; }

    /// <summary>Where it is wrong: the index of the character, from 0.</summary>
    public int Position { get; }
}
