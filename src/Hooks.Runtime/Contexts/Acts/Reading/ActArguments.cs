namespace Hooks;

/// <summary>
/// The arguments of a tool, read strictly: what says what happens must be there, of its type, and said once. The first thing that is
/// wrong is kept. Its words are of our making alone, because an agent decides what arguments hold.
/// </summary>
internal sealed class ActArguments(HookArguments arguments)
{
    private const int LongestPath = 4096;

    public string? Mistake { get; private set; }

    /// <summary>Whether a text is a path to all who might go by it. Some agents cut off the space around one, and some take a URI.</summary>
    public static bool IsPath(string text) =>
        text.Length is > 0 and <= LongestPath && !text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !IsSpace(text[0]) && !IsSpace(text[^1]) && !IsUri(text);

    /// <summary>Whether one of the names has a value.</summary>
    public bool Has(string[] names)
    {
        foreach (var name in names)
        {
            if (arguments.TryGetValue(name, out var value) && value is not null)
                return true;
        }

        return false;
    }

    /// <summary>The value of the only name that has one; null if none has.</summary>
    public object? Value(string[] names)
    {
        object? found = null;
        foreach (var name in names)
        {
            if (!arguments.TryGetValue(name, out var value) || value is null)
                continue;
            if (found is not null && !Equals(found, value))
                Fail($"more than one of {Quoted(names)}, and they differ");
            found ??= value;
        }

        return found;
    }

    /// <summary>A text that must be there, and may be empty.</summary>
    public string Text(string[] names) => AsText(names, Value(names), isRequired: true) ?? "";

    /// <summary>A text that must be there and say something.</summary>
    public string Words(string[] names)
    {
        var text = Text(names);
        if (string.IsNullOrWhiteSpace(text) || text.Contains('\0'))
            Fail($"{Quoted(names)} has no text in it that makes sense");
        return text;
    }

    /// <summary>A text that says what happens and may be left out.</summary>
    public string? TextOrNull(string[] names) => AsText(names, Value(names), isRequired: false);

    public string Path(string[] names) => AsPath(names, Text(names));

    /// <summary>A path that may be left out, which an empty text means too.</summary>
    public string? PathOrNull(string[] names) => TextOrNull(names) is { Length: > 0 } path ? AsPath(names, path) : null;

    /// <summary>Paths that must be there, as a list or as one text.</summary>
    public IReadOnlyList<string> Paths(string[] names)
    {
        if (Value(names) is not IReadOnlyList<object?> { Count: > 0 } list)
            return [Path(names)];
        var paths = new string[list.Count];
        for (var i = 0; i < paths.Length; i++)
            paths[i] = AsPath(names, AsText(names, list[i], isRequired: true) ?? "");
        return paths;
    }

    /// <summary>What is only said along: of another type, it is not there.</summary>
    public string? Remark(string[] names) => Value(names) as string;

    /// <inheritdoc cref="Remark"/>
    public long? Figure(string[] names) => PlainNumber.TryGetInt64(Value(names), out var number) ? number : null;

    /// <inheritdoc cref="Remark"/>
    public bool IsTrue(string[] names) => Value(names) is true;

    /// <summary>These may not be there beside what else is.</summary>
    public void Refuse(params ReadOnlySpan<string[]> others)
    {
        foreach (var names in others)
        {
            if (Has(names))
                Fail($"{Quoted(names)} beside arguments that say something else");
        }
    }

    /// <summary>Keeps what is wrong, if nothing was before.</summary>
    public void Fail(string mistake) => Mistake ??= mistake;

    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || character == '\uFEFF';

    // One letter before the colon is a drive.
    private static bool IsUri(string text) => text.IndexOf('/', StringComparison.Ordinal) is > 2 and var slash && text[slash - 1] == ':';

    private string? AsText(string[] names, object? value, bool isRequired)
    {
        if (value is string text)
            return text;
        if (value is not null)
            Fail($"{Quoted(names)} is not text");
        else if (isRequired)
            Fail($"{Quoted(names)} is missing");
        return null;
    }

    private string AsPath(string[] names, string path)
    {
        if (!IsPath(path))
            Fail($"{Quoted(names)} is not a path");
        return path;
    }

    private static string Quoted(string[] names) => $"'{string.Join("' or '", names)}'";
}
