using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Events.Tests.Matching;

/// <summary>Random patterns and types over few letters, so that they meet: ASCII, accents in both forms, and characters beyond 16 bits.</summary>
internal static class PatternTexts
{
    private static readonly string[] Letters = ["a", "b", "aa", "é", "e\u0301", "\U0001F600", "\U0001F601", "名", "-"];

    private static Gen<string> Letter => Gen.Elements(Letters);

    private static Gen<string> TypeSegment => Gen.Choose(1, 3).SelectMany(count => Letter.ArrayOf(count)).Select(string.Concat);

    public static Gen<string> Type => Gen.Choose(1, 6).SelectMany(count => TypeSegment.ArrayOf(count)).Select(segments => string.Join('.', segments));

    private static Gen<string> Part => Gen.Frequency(
        (6, Letter),
        (2, Gen.Constant("*")),
        (2, Gen.Constant("?")),
        (1, Gen.NonEmptyListOf(Gen.Elements("a", "b", "é", "\U0001F600", "名")).Select(set => $"[{string.Concat(set)}]")),
        (1, Gen.Choose(1, 3).SelectMany(count => Gen.Elements("a", "b", "*", "a.b", "\U0001F601", "a?").ArrayOf(count)).Select(alternatives => $"{{{string.Join(',', alternatives)}}}")));

    private static Gen<string> PatternSegment => Gen.Frequency(
        (2, Gen.Constant("*")),
        (3, Gen.Constant("**")),
        (6, Gen.Choose(1, 3).SelectMany(count => Part.ArrayOf(count)).Select(string.Concat)));

    /// <summary>Patterns, nearly all of them valid; those that are not are for the parser to refuse.</summary>
    public static Gen<string> Pattern => Gen.Choose(1, 5).SelectMany(count => PatternSegment.ArrayOf(count)).Select(segments => string.Join('.', segments));

    /// <summary>Any text of what patterns are made of, mostly nonsense.</summary>
    public static Gen<string> Hostile => Gen.Choose(0, 300)
        .SelectMany(count => Gen.Elements("*", "**", "?", "[", "]", "{", "}", ",", ".", "-", "!", "a", "\ud83d", "\ude00", " ", "\0", "\\", "(", "+", "$").ArrayOf(count))
        .Select(string.Concat);
}
