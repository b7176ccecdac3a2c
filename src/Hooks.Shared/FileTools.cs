namespace Hooks.Shared;

/// <summary>What a file tool does with its file.</summary>
internal enum FileToolAction
{
    Read,
    Create,
    Write,
    Edit,

    /// <summary>A patch in one text, for any number of files.</summary>
    Patch,

    /// <summary>What the argument <c>command</c> says.</summary>
    Commanded,
}

/// <summary>One file tool: what it does, and the names that its arguments have. Where agents differ, the first name that is there counts.</summary>
internal sealed class FileTool(string name, FileToolAction action, string[] path, string[]? content = null, string[]? oldText = null, string[]? newText = null)
{
    public string Name { get; } = name;

    public FileToolAction Action { get; } = action;

    /// <summary>The argument with the file's path; of a patch, the one with its text.</summary>
    public IReadOnlyList<string> Path { get; } = path;

    /// <summary>The argument with all that is written.</summary>
    public IReadOnlyList<string> Content { get; } = content ?? [];

    /// <summary>The argument with the text that is replaced.</summary>
    public IReadOnlyList<string> OldText { get; } = oldText ?? [];

    /// <summary>The argument with the text that comes in its place.</summary>
    public IReadOnlyList<string> NewText { get; } = newText ?? [];
}

/// <summary>The tools of <see cref="ToolGroups"/> that read and change files, and the shapes of their arguments. Names are compared ignoring case.</summary>
internal static class FileTools
{
    private static readonly string[] Path = ["file_path", "path", "absolute_path"];
    private static readonly string[] Content = ["content", "file_text"];
    private static readonly string[] Old = ["old_string", "old_str"];
    private static readonly string[] New = ["new_string", "new_str"];

    private static readonly Dictionary<string, FileTool> Tools = new FileTool[]
    {
        new("Read", FileToolAction.Read, Path),
        new("read_file", FileToolAction.Read, Path),
        new("view", FileToolAction.Read, Path),
        new("create", FileToolAction.Create, Path, Content),
        new("Write", FileToolAction.Write, Path, Content),
        new("write_file", FileToolAction.Write, Path, Content),
        new("Edit", FileToolAction.Edit, Path, oldText: Old, newText: New),
        new("replace", FileToolAction.Edit, Path, oldText: Old, newText: New),
        new("NotebookEdit", FileToolAction.Edit, ["notebook_path"]),
        new("str_replace_editor", FileToolAction.Commanded, Path, Content, Old, New),
        new("apply_patch", FileToolAction.Patch, ["input", "patch", "command"]),
    }.ToDictionary(tool => tool.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<FileTool> All => Tools.Values;

    public static FileTool? Find(string name) => Tools.TryGetValue(name, out var tool) ? tool : null;
}
