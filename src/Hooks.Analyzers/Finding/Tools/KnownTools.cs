using Hooks.Analyzers.Finding.Chains;
using Hooks.Shared;

namespace Hooks.Analyzers.Finding.Tools;

/// <summary>The groups and names of tools that an assembly can know of: built-in ones, its own, and those of its references.</summary>
internal sealed class KnownTools
{
    private readonly IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> _additional;

    public KnownTools(HookIndex index)
    {
        _additional =
        [
            .. index.Assembly.ToolGroups
                .Concat(index.References.SelectMany(reference => reference.ToolGroups))
                .Select(group => (ToolGroups.WithSign(group.Group.Trim()), (IReadOnlyList<string>)[.. group.Tools])),
        ];
        IsComplete = index.Assembly.IsExecutable;
    }

    /// <summary>Whether nobody who is compiled later can add to the groups.</summary>
    public bool IsComplete { get; }

    public bool IsGroup(string name) => Groups.Contains(name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> ToolsOf(string group) => [.. ToolGroups.Expand(group, _additional).Select(tool => tool.Trim())];

    /// <summary>Whether some group knows a tool of exactly this name.</summary>
    public bool IsTool(string name) => GroupOf(name) is not null;

    /// <summary>Whether a tool is known by what some agents call theirs, and not because somebody here has named it.</summary>
    public bool IsOnlyBuiltIn(string name) => !_additional.Any(entry => entry.Tools.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The group that was most likely meant by one that nobody defines; null if none is near.</summary>
    public string? Nearest(string group) => GroupOf(group.Substring(ToolGroups.Sign.Length)) ?? NearestName.Of(group, Groups);

    private IEnumerable<string> Groups => ToolGroups.BuiltIn.Concat(_additional).Select(entry => entry.Group);

    private string? GroupOf(string tool) => ToolGroups.BuiltIn.Concat(_additional).FirstOrDefault(entry => entry.Tools.Contains(tool, StringComparer.OrdinalIgnoreCase)).Group;
}
