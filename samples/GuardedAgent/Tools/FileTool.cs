using GuardedAgent.Guards;
using GuardedAgent.Scratch;
using Hooks;

namespace GuardedAgent.Tools;

/// <summary>What the file tools share: where paths start, and where they end at the latest.</summary>
internal abstract class FileTool(ScratchFolder scratch, string name) : ITool
{
    public string Name { get; } = name;

    public virtual bool IsReadOnly => false;

    public async ValueTask<string> RunAsync(HookArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(Resolve(Required(arguments, "path")), arguments, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException("there is no such file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The message of the system names the whole path, which is nobody's business.
            throw new ToolException($"the file cannot be used ({exception.GetType().Name})");
        }
    }

    protected abstract ValueTask<string> RunAsync(string path, HookArguments arguments, CancellationToken cancellationToken);

    protected static string Required(HookArguments arguments, string name) =>
        arguments.TryGetString(name, out var value) ? value : throw new ToolException($"the argument '{name}' is missing");

    // The guard keeps the agent in its project; this keeps it in the scratch folder when someone takes the guard out.
    private string Resolve(string path) =>
        WorkspacePath.IsInside(scratch.Root, path, scratch.Project)
            ? Path.GetFullPath(path, scratch.Project)
            : throw new ToolException("the path leads out of the scratch folder");
}
