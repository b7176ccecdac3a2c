namespace Hooks.Shared;

/// <summary>
/// The groups that <c>Tools</c> can name, each with the names that known agents give such tools: Claude Code, Codex,
/// Gemini CLI, Copilot CLI and Cursor. Names are compared ignoring case, so one spelling stands for all.
/// </summary>
internal static class ToolGroups
{
    public const string Sign = "@";

    private static readonly IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> Table = ReadTable();

    /// <summary>The built-in groups in the order in which documents list them.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> BuiltIn => Table;

    /// <summary>The names of a group, built-in ones first; none if there is no such group.</summary>
    /// <param name="group">The group with its at sign.</param>
    /// <param name="additionalGroups">What assemblies add, under the group's name with or without the at sign.</param>
    public static IReadOnlyList<string> Expand(string group, IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> additionalGroups)
    {
        var found = new List<string>();
        AddTo(found, group, Table);
        AddTo(found, group, additionalGroups);
        return found;
    }

    /// <summary>A group's name as <c>Tools</c> writes it, also where an assembly defines it without the at sign.</summary>
    public static string WithSign(string group) => group.StartsWith(Sign, StringComparison.Ordinal) ? group : Sign + group;

    private static void AddTo(List<string> found, string group, IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> groups)
    {
        foreach (var (name, tools) in groups)
        {
            if (string.Equals(WithSign(name.Trim()), group, StringComparison.OrdinalIgnoreCase))
                found.AddRange(tools);
        }
    }

    private static List<(string Group, IReadOnlyList<string> Tools)> ReadTable()
    {
        var table = new List<(string, IReadOnlyList<string>)>();
        foreach (var group in AgentTools.All.GroupBy(tool => tool.Group))
            table.Add((group.Key, group.Select(tool => tool.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList()));
        return table;
    }
}
