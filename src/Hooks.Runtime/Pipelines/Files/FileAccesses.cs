using Hooks.Shared;

namespace Hooks;

/// <summary>What calls of known file tools do to files.</summary>
internal static class FileAccesses
{
    private const int MostFiles = 1000;

    /// <summary>Whether the call may be of a file. A tool of a server is not one that an agent brings along, whatever its name.</summary>
    public static bool IsOfFileTool(ToolCallContext call) => call.ServerName is null && AgentTools.Find(call.ToolName)?.Group is "@read" or "@edit";

    /// <param name="call">The call of a file tool.</param>
    /// <param name="missing">Why there may be more than is told; null if this is all. Of too many files deletions are told first, then changes.</param>
    public static IReadOnlyList<FileChange> Of(ToolCallContext call, out string? missing)
    {
        missing = null;
        switch (call.GetAct())
        {
            case ReadAct read:
                return [.. read.Paths.Select(path => new FileChange(FileOperation.Read, path))];
            case FileChangeAct { Changes.Count: <= MostFiles } act:
                return act.Changes;
            case FileChangeAct act:
                missing = "it changes more files than hooks are told of";
                return [.. act.Changes.OrderBy(change => change.Operation switch { FileOperation.Delete => 0, FileOperation.Create => 2, _ => 1 }).Take(MostFiles)];
            case UnreadableAct { Kind: ToolActKind.Read or ToolActKind.Write or ToolActKind.Edit } unreadable:
                missing = unreadable.Reason;
                return [];
            default:
                return [];
        }
    }

    /// <summary>The point that is about an operation.</summary>
    public static HookPoint PointOf(FileOperation operation) => operation switch
    {
        FileOperation.Read => HookPoint.FileRead,
        FileOperation.Create or FileOperation.Write => HookPoint.FileWrite,
        FileOperation.Delete => HookPoint.FileDelete,
        _ => HookPoint.FileEdit,
    };
}
