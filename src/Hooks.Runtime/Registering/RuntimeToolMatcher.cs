using Hooks.Shared;

namespace Hooks;

/// <summary>Compares a tool's name with the patterns of a handler that is registered at run time; the generator writes the same as code.</summary>
/// <param name="tools">The patterns.</param>
/// <param name="groups">What assemblies add to the groups.</param>
internal sealed class RuntimeToolMatcher(string tools, IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> groups)
{
    private readonly IReadOnlyList<ToolPattern> _patterns = ToolPattern.Parse(tools, groups);

    /// <summary>An alternative that is empty, or a group that nobody defines; null if there is none.</summary>
    public string? Meaningless => _patterns.FirstOrDefault(pattern => pattern.Kind == ToolPatternKind.Never && pattern.Text == pattern.Source)?.Source;

    public static string? ToolNameOf(HookContext context) => context switch
    {
        ToolCallContext call => call.ToolName,
        PermissionContext permission => permission.ToolName,
        _ => null,
    };

    public bool Matches(HookContext context) => ToolNameOf(context) is { } tool && Matches(tool);

    public bool Matches(string tool)
    {
        foreach (var pattern in _patterns)
        {
            if (Matches(pattern, tool))
                return true;
        }

        return false;
    }

    private static bool Matches(ToolPattern pattern, string tool) => pattern.Kind switch
    {
        ToolPatternKind.Any => true,
        ToolPatternKind.Exact => tool.Equals(pattern.Text, StringComparison.OrdinalIgnoreCase),
        ToolPatternKind.Prefix => tool.StartsWith(pattern.Text, StringComparison.OrdinalIgnoreCase),
        ToolPatternKind.Suffix => tool.EndsWith(pattern.Text, StringComparison.OrdinalIgnoreCase),
        ToolPatternKind.Contains => tool.Contains(pattern.Text, StringComparison.OrdinalIgnoreCase),
        ToolPatternKind.Glob => ToolGlob.IsMatch(tool, pattern.Text),
        _ => false,
    };
}
