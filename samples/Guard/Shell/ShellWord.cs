namespace Guard.Shell;

/// <summary>A word of a command, as far as the text alone tells it.</summary>
/// <param name="Text">The word without its quotes. What the shell would put in is not there; a pattern for file names is as it was written.</param>
/// <param name="Shape">The same, with <see cref="Anything"/> wherever the shell may put in any text.</param>
/// <param name="IsKnown">Whether the program gets just this text, or the files that it is a pattern for.</param>
/// <param name="IsPattern">Whether the shell puts in the names of files that fit.</param>
/// <param name="IsHome">Whether it begins with <c>~</c>, the user's own folder.</param>
internal sealed record ShellWord(string Text, string Shape, bool IsKnown = true, bool IsPattern = false, bool IsHome = false)
{
    /// <summary>Stands in a <see cref="Shape"/> for any text; no text may hold it.</summary>
    public const char Anything = '\uFFFF';

    /// <summary>A word of which nothing is known.</summary>
    public static ShellWord Unknown { get; } = new("", Anything.ToString(), IsKnown: false);

    /// <summary>A word that is what it says.</summary>
    public static ShellWord Of(string text) => new(text, text);

    /// <summary>Whether the program gets this text and no other.</summary>
    public bool IsLiteral => IsKnown && !IsPattern && !IsHome;

    /// <summary>Whether a program that is given the word takes it for an option, whatever the shell puts in behind its first character.</summary>
    public bool IsOption => Text is ['-', _, ..] && Shape is ['-', ..];

    /// <summary>The word behind its first characters.</summary>
    public ShellWord From(int start) => this with { Text = Text[start..], Shape = Shape.Length >= start ? Shape[start..] : Shape };
}
