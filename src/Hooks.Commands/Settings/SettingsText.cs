namespace Hooks.Commands;

/// <summary>The text of a settings file and what it says. Every edit gives another one, read anew; it never changes itself.</summary>
internal sealed partial class SettingsText
{
    private readonly IReadOnlySet<int> _lineCommentEnds;

    private SettingsText(string file, string text, SettingsNode root, IReadOnlySet<int> lineCommentEnds)
    {
        _lineCommentEnds = lineCommentEnds;
        File = file;
        Text = text;
        Root = root;
        Style = SettingsStyle.Of(text, root);
    }

    /// <summary>The file's name, for messages.</summary>
    public string File { get; }

    /// <summary>The whole text, with a byte order mark if the file has one.</summary>
    public string Text { get; }

    /// <summary>The settings: always an object.</summary>
    public SettingsNode Root { get; }

    public SettingsStyle Style { get; }

    /// <summary>Reads a text. A file without anything in it is one without settings.</summary>
    /// <exception cref="SettingsException">It is malformed, or no object.</exception>
    public static SettingsText Parse(string file, string text)
    {
        if (text.AsSpan().TrimStart('\uFEFF').Trim(" \t\r\n").IsEmpty)
            text = (text.StartsWith('\uFEFF') ? "\uFEFF" : string.Empty) + "{}" + (text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");
        var root = SettingsReader.Read(file, text, out var lineCommentEnds);
        if (root.Kind != SettingsKind.Object)
            throw new SettingsException(file, SettingsPosition.Of(text, root.Start), $"settings must be an object; this is {root.KindName}");
        return new(file, text, root, lineCommentEnds);
    }

    /// <summary>Where a value stands.</summary>
    public SettingsPosition PositionOf(SettingsNode node) => PositionOf(node.Start);

    /// <summary>Where an offset is.</summary>
    public SettingsPosition PositionOf(int at) => SettingsPosition.Of(Text, at);

    /// <summary>An error at a value.</summary>
    public SettingsException Error(SettingsNode node, string message) => new(File, PositionOf(node), message);

    internal static bool IsWhitespace(char c) => c is ' ' or '\t' or '\r' or '\n';
}
