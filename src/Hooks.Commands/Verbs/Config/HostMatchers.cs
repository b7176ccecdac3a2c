using System.Text;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>
/// Says in an agent's way for which tools hooks are, so that it starts the command for no others. Hooks compare names
/// ignoring case and agents do not, and a matcher must never be for less than the hooks: where it cannot say the same, it
/// is for more.
/// </summary>
/// <param name="agent">The agent.</param>
/// <param name="groups">What assemblies add to the groups of tools.</param>
internal sealed class HostMatchers(CodingAgent agent, IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> groups)
{
    /// <summary>The matcher of an entry.</summary>
    /// <param name="hooked">The event with its hooks.</param>
    /// <param name="matcher">The matcher; null for all tools.</param>
    /// <returns>Whether there is anything that the hooks are for.</returns>
    public bool TryFind(HookedEvent hooked, out string? matcher)
    {
        matcher = null;
        if (hooked.Event.Matcher != HostMatcher.Tool || hooked.Deciding.Any(hook => hook.Tools is null))
            return true;
        var alternatives = new List<string>();
        var isList = agent is CodingAgent.ClaudeCode or CodingAgent.CopilotCli or CodingAgent.Cursor;
        foreach (var pattern in hooked.Deciding.SelectMany(hook => ToolPattern.Parse(hook.Tools!, groups)))
        {
            if (pattern.Kind == ToolPatternKind.Never)
                continue;
            if (NamesOf(pattern) is { } names)
            {
                alternatives.AddRange(names);
                continue;
            }

            if (pattern.Kind == ToolPatternKind.Any || IsNamedInOtherWays(pattern))
                return true;
            alternatives.Add(ExpressionOf(pattern));
            isList = false;
        }

        // A list is compared with whole names; an expression has to say that it is.
        var all = string.Join('|', alternatives.Distinct(StringComparer.Ordinal));
        matcher = isList ? all : $"^({all})$";
        return alternatives.Count > 0;
    }

    /// <summary>The spellings of a tool that the agent brings along, and of a member of a group; null if the name has to be compared.</summary>
    private IReadOnlyList<string>? NamesOf(ToolPattern pattern)
    {
        if (pattern.Kind != ToolPatternKind.Exact)
            return null;
        var named = AgentTools.All.Where(tool => tool.Name.Equals(pattern.Text, StringComparison.OrdinalIgnoreCase)).ToList();
        var own = named.Where(tool => HostTools.Has(agent, tool)).Select(tool => tool.Name).ToList();

        // The groups name the tools of all agents, of which this one has only some.
        return own.Count > 0 || (named.Count > 0 && pattern.Source.StartsWith(ToolGroups.Sign, StringComparison.Ordinal)) ? own : null;
    }

    // How the others name the tools of servers is not known well enough, and Cursor takes names only.
    private bool IsNamedInOtherWays(ToolPattern pattern) => agent == CodingAgent.Cursor
        || (HostTools.ServerPrefix(agent) is null && (pattern.Kind != ToolPatternKind.Exact || pattern.Text.Contains("mcp", StringComparison.OrdinalIgnoreCase)));

    private string ExpressionOf(ToolPattern pattern)
    {
        var prefix = HostTools.ServerPrefix(agent) is { } servers && pattern.Kind is ToolPatternKind.Exact or ToolPatternKind.Prefix or ToolPatternKind.Glob
            && pattern.Text.StartsWith(servers, StringComparison.OrdinalIgnoreCase) ? servers : string.Empty;
        var text = AnyCase(pattern.Text[prefix.Length..]);
        return pattern.Kind switch
        {
            ToolPatternKind.Prefix => prefix + text + ".*",
            ToolPatternKind.Suffix => ".*" + text,
            ToolPatternKind.Contains => ".*" + text + ".*",
            _ => prefix + text,
        };
    }

    /// <summary>The text as an expression for all of its spellings; stars and question marks are those of <c>Tools</c>.</summary>
    private static string AnyCase(string text)
    {
        var expression = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
                expression.Append('[').Append(char.ToUpperInvariant(c)).Append(char.ToLowerInvariant(c)).Append(']');
            else if (c is '*' or '?')
                expression.Append(c == '*' ? ".*" : ".");
            else if (char.IsAsciiDigit(c) || c is '_' or '-' or ':')
                expression.Append(c);
            else
                expression.Append(char.IsAscii(c) && !char.IsControl(c) && c != ' ' ? $"\\{c}" : ".+");
        }

        return expression.ToString();
    }
}
