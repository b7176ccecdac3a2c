namespace Hooks.Shared;

/// <summary>
/// The groups that <c>Tools</c> can name, each with the names that known agents give such tools: Claude Code, Codex,
/// Gemini CLI, Copilot CLI and Cursor. Names are compared ignoring case, so one spelling stands for all.
/// </summary>
internal static class ToolGroups
{
    public const string Sign = "@";

    private static readonly IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> Table =
    [
        .. AgentTools.All
            .GroupBy(tool => tool.Group)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(tool => tool.Name).Distinct(StringComparer.OrdinalIgnoreCase)])),
    ];

    /// <summary>The built-in groups in the order in which documents list them.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> BuiltIn => Table;

    /// <summary>The names of a group, built-in ones first; none if there is no such group.</summary>
    /// <param name="group">The group with its at sign.</param>
    /// <param name="additionalGroups">What assemblies add, under the group's name with or without the at sign.</param>
    public static IEnumerable<string> Expand(string group, IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> additionalGroups) =>
        Table.Concat(additionalGroups)
            .Where(entry => string.Equals(WithSign(entry.Group.Trim()), group, StringComparison.OrdinalIgnoreCase))
            .SelectMany(entry => entry.Tools);

    /// <summary>A group's name as <c>Tools</c> writes it, also where an assembly defines it without the at sign.</summary>
    public static string WithSign(string group) => group.StartsWith(Sign, StringComparison.Ordinal) ? group : Sign + group;
}
