using Hooks.Shared;

namespace Hooks.Analyzers.Finding.Tools;

/// <summary>Why a name that <c>[assembly: ToolGroup]</c> gives a group matches no tool.</summary>
internal static class GroupMistake
{
    /// <summary>What is wrong with a name; null if it may match a tool. The description follows the name of the group.</summary>
    /// <param name="name">The name without white space around it.</param>
    /// <param name="group">The group as hooks write it.</param>
    /// <param name="tools">What is known of groups and tools.</param>
    public static PatternMistake? Of(string name, string group, Lazy<KnownTools> tools)
    {
        if (name.Length == 0)
            return new("Blank", "has a blank name, which matches no tool; remove it", null);
        if (name.StartsWith(ToolGroups.Sign, StringComparison.Ordinal))
            return new("Group", $"has the group '{name}' in it, which is not followed; give it the names, or write '{group}|{name}' in Tools", null);
        if (Brackets.Split(name, '|', ',', ';') is { Count: > 1 } names)
            return new("List", $"has the list '{name}' as one name; write {EachOf(names)}", null);

        // What is one pattern of several alternatives in Tools is several names here.
        return PatternMistake.Of(name, tools) is not { } mistake ? null
            : mistake.Replacement is { } patterns && patterns.Contains('|')
                ? new(mistake.Kind, mistake.Description.Replace($"'{patterns}'", EachOf(patterns.Split('|'))), null)
            : mistake;
    }

    private static string EachOf(IEnumerable<string> names) => string.Join(", ", names.Where(name => name.Length > 0).Select(name => $"\"{name}\""));
}
