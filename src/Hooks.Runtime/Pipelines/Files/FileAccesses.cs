using Hooks.Shared;

namespace Hooks;

/// <summary>
/// What calls of known file tools do to files, read from their arguments. An agent decides what these hold: what is missing,
/// of another type or out of all proportion makes no access, and never an error.
/// </summary>
internal static class FileAccesses
{
    private const int LongestPath = 4096;

    /// <summary>Whether the call may be of a file. A tool of a server is not one that an agent brings along, whatever its name.</summary>
    public static bool IsOfFileTool(ToolCallContext call) => call.ServerName is null && FileTools.Find(call.ToolName) is not null;

    public static IReadOnlyList<FileAccess> Of(ToolCallContext call, out bool isCut)
    {
        isCut = false;
        if (call.ServerName is not null || FileTools.Find(call.ToolName) is not { } tool || Text(call, tool.Path) is not { } path)
            return [];
        if (tool.Action == FileToolAction.Patch)
            return PatchReader.Read(path, out isCut);
        return IsPath(path) && Access(call, tool, path) is { } access ? [access] : [];
    }

    public static bool IsPath(string text) => text.Length is > 0 and <= LongestPath && !text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !string.IsNullOrWhiteSpace(text);

    private static FileAccess? Access(ToolCallContext call, FileTool tool, string path) => ActionOf(call, tool) switch
    {
        FileToolAction.Read => new(FileOperation.Read, path),
        FileToolAction.Create => new(FileOperation.Create, path, Content: Text(call, tool.Content)),
        FileToolAction.Write => new(FileOperation.Write, path, Content: Text(call, tool.Content)),
        FileToolAction.Edit => new(FileOperation.Edit, path, Replacements: Replacements(call, tool)),
        _ => null,
    };

    private static FileToolAction? ActionOf(ToolCallContext call, FileTool tool) => tool.Action != FileToolAction.Commanded
        ? tool.Action
        : call.Arguments.GetString("command") switch
        {
            "view" => FileToolAction.Read,
            "create" => FileToolAction.Create,
            "str_replace" or "insert" or "edit" => FileToolAction.Edit,
            _ => null,
        };

    private static FileReplacement[]? Replacements(ToolCallContext call, FileTool tool) =>
        Text(call, tool.OldText) is { } oldText && Text(call, tool.NewText) is { } newText ? [new(oldText, newText)] : null;

    private static string? Text(ToolCallContext call, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (call.Arguments.TryGetString(name, out var text))
                return text;
        }

        return null;
    }
}
