using GuardedAgent.Scratch;
using Hooks;

namespace GuardedAgent.Tools;

internal sealed class EditFileTool(ScratchFolder scratch) : FileTool(scratch, "edit_file")
{
    protected override async ValueTask<string> RunAsync(string path, HookArguments arguments, CancellationToken cancellationToken)
    {
        var (before, after) = (Required(arguments, "old"), Required(arguments, "new"));
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var at = before.Length == 0 ? -1 : text.IndexOf(before, StringComparison.Ordinal);
        if (at < 0)
            throw new ToolException("the old text is not in the file");
        if (text.IndexOf(before, at + 1, StringComparison.Ordinal) >= 0)
            throw new ToolException("the old text is in the file more than once");
        await File.WriteAllTextAsync(path, $"{text[..at]}{after}{text[(at + before.Length)..]}", cancellationToken);
        return "edited";
    }
}
