using GuardedAgent.Scratch;
using Hooks;

namespace GuardedAgent.Tools;

internal sealed class WriteFileTool(ScratchFolder scratch) : FileTool(scratch, "write_file")
{
    protected override async ValueTask<string> RunAsync(string path, HookArguments arguments, CancellationToken cancellationToken)
    {
        var content = Required(arguments, "content");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content, cancellationToken);
        return $"wrote {content.Length} characters";
    }
}
