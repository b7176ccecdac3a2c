using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Hooks.Events;

/// <summary>What the type of an event may look like: segments between dots, without anything that means something in a pattern.</summary>
public static class EventType
{
    /// <summary>The most characters (UTF-16 units) of a type or pattern.</summary>
    public const int MaxLength = 255;

    /// <summary>The most segments of a type or pattern.</summary>
    public const int MaxSegments = 16;

    private const string WildcardText = "*?[]{}";

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    internal static SearchValues<char> Wildcards { get; } = SearchValues.Create(WildcardText);

    /// <summary>Whether the type can be published.</summary>
    /// <param name="type">The type, for example <c>tool.call.after</c>.</param>
    /// <param name="error">What is wrong with it, and at which character.</param>
    public static bool IsValid([NotNullWhen(true)] string? type, [NotNullWhen(false)] out string? error)
    {
        error = type is null or "" ? "An event's type cannot be empty." : Check(type);
        return error is null;
    }

    internal static string Require(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return IsValid(type, out var error) ? type : throw new ArgumentException(error, nameof(type));
    }

    internal static string Quote(string text) => $"'{VisibleText.Escape(text.Length <= MaxLength ? text : text[..MaxLength] + "...")}'";

    private static string? Check(string type)
    {
        if (type.Length > MaxLength)
            return $"An event's type has at most {MaxLength} characters; this has {type.Length}: {Quote(type)}.";
        var (start, segments) = (0, 1);
        while (true)
        {
            var length = type.AsSpan(start).IndexOfAnyExcept(Plain);
            var end = length < 0 ? type.Length : start + length;
            while (end < type.Length && type[end] != '.')
            {
                if (CheckCharacter(type, ref end) is { } error)
                    return error;
            }

            if (end == start)
                return $"The event type {Quote(type)} has an empty segment at character {start + 1}.";
            if (end == type.Length)
                return segments <= MaxSegments ? null : $"An event's type has at most {MaxSegments} segments; {Quote(type)} has {segments}.";
            segments++;
            start = end + 1;
        }
    }

    private static string? CheckCharacter(string type, ref int at)
    {
        if (Rune.DecodeFromUtf16(type.AsSpan(at), out var rune, out var length) != OperationStatus.Done)
            return $"The event type {Quote(type)} has half a surrogate pair at character {at + 1}.";
        if (WildcardText.Contains(type[at], StringComparison.Ordinal))
            return $"The event type {Quote(type)} has a wildcard, '{type[at]}', at character {at + 1}; wildcards belong into patterns.";
        if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            return $"The event type {Quote(type)} has a control character or white space at character {at + 1}.";
        at += length;
        return null;
    }
}
