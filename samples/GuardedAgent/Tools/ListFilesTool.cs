using GuardedAgent.Scratch;
using Hooks;

namespace GuardedAgent.Tools;

internal sealed class ListFilesTool(ScratchFolder scratch) : FileTool(scratch, "list_files")
{
    public override bool IsReadOnly => true;

    protected override ValueTask<string> RunAsync(string path, HookArguments arguments, CancellationToken cancellationToken) =>
        new(string.Join('\n', new DirectoryInfo(path).EnumerateFileSystemInfos()
            .Select(entry => entry is DirectoryInfo ? $"{entry.Name}/" : entry.Name)
            .Order(StringComparer.Ordinal)));
}
