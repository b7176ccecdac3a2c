using GuardedAgent.Scratch;
using Hooks;

namespace GuardedAgent.Tools;

internal sealed class ReadFileTool(ScratchFolder scratch) : FileTool(scratch, "read_file")
{
    private const long MaxLength = 1 << 20;

    public override bool IsReadOnly => true;

    protected override async ValueTask<string> RunAsync(string path, HookArguments arguments, CancellationToken cancellationToken) =>
        new FileInfo(path).Length <= MaxLength
            ? await File.ReadAllTextAsync(path, cancellationToken)
            : throw new ToolException($"the file is longer than {MaxLength} bytes");
}
