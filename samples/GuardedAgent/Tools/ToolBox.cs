using Hooks;

namespace GuardedAgent.Tools;

/// <summary>The tools of the agent, by name.</summary>
internal sealed class ToolBox(IEnumerable<ITool> tools)
{
    private readonly Dictionary<string, ITool> _tools = tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);

    public bool IsReadOnly(string name) => _tools.TryGetValue(name, out var tool) && tool.IsReadOnly;

    public ValueTask<string> RunAsync(string name, HookArguments arguments, CancellationToken cancellationToken) =>
        _tools.TryGetValue(name, out var tool)
            ? tool.RunAsync(arguments, cancellationToken)
            : throw new ToolException($"there is no tool '{name}'; there are {string.Join(", ", _tools.Keys)}");
}
