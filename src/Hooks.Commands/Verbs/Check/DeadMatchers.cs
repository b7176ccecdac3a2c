using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>
/// Finds what in a matcher never matches, by how each agent reads it: Claude Code takes plain names as a list to be compared
/// exactly and all else as an expression that may match anywhere in the name; Copilot's expression is about the whole name;
/// Codex and Gemini always take an expression.
/// </summary>
internal static class DeadMatchers
{
    private static readonly (string Event, string[] Values)[] ClaudeValues =
    [
        ("SessionStart", ["startup", "resume", "clear", "compact", "fork"]),
        ("Setup", ["init", "maintenance"]),
        ("PreCompact", ["manual", "auto"]),
        ("PostCompact", ["manual", "auto"]),
        ("SessionEnd", ["clear", "resume", "logout", "prompt_input_exit", "other", "bypass_permissions_disabled"]),
        ("ConfigChange", ["user_settings", "project_settings", "local_settings", "policy_settings", "skills"]),
        ("DirectoryAdded", ["slash_command", "register_repo_root"]),
    ];

    /// <summary>What never matches; nothing if all may.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="hostEvent">The event.</param>
    /// <param name="matcher">The matcher, which is not for everything.</param>
    public static IEnumerable<string> In(CodingAgent agent, HostEvent hostEvent, string matcher)
    {
        if (hostEvent.Matcher == HostMatcher.None)
            return [$"{hostEvent.Name} has nothing that a matcher is compared with: it is ignored"];
        var isList = agent is CodingAgent.ClaudeCode && matcher.All(c => char.IsAsciiLetterOrDigit(c) || "_- ,|".Contains(c, StringComparison.Ordinal));
        if (!isList && !IsBalanced(matcher))
            return [$"'{matcher}' is no regular expression, so that it never matches"];
        var isWhole = isList || agent == CodingAgent.CopilotCli || (matcher.StartsWith("^(", StringComparison.Ordinal) && matcher.EndsWith(")$", StringComparison.Ordinal));
        var alternatives = Bare(matcher).Split(isList ? ['|', ','] : ['|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return hostEvent.Matcher == HostMatcher.Tool
            ? alternatives.Select(alternative => DeadTool(agent, alternative, isWhole)).OfType<string>()
            : isList ? alternatives.Select(alternative => DeadValue(agent, hostEvent, alternative)).OfType<string>() : [];
    }

    private static string? DeadTool(CodingAgent agent, string alternative, bool isWhole)
    {
        var bracket = alternative.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0 && alternative.EndsWith(')') && alternative.AsSpan(0, bracket).IndexOfAnyExcept(NameCharacters) < 0)
        {
            var rule = agent == CodingAgent.ClaudeCode ? $", and \"if\": \"{alternative}\" beside the command" : string.Empty;
            return $"'{alternative}' is a permission rule; a matcher is compared with the tool's name alone, so that this never matches: write '{alternative[..bracket]}'{rule}";
        }

        if (alternative is ['*' or '+' or '?', ..])
            return $"'{alternative}' is no regular expression, so that it never matches: write '.{alternative}'";
        if (alternative.AsSpan().IndexOfAnyExcept(NameCharacters) >= 0 || HostTools.Of(agent).Any(tool => isWhole ? tool == alternative : tool.Contains(alternative, StringComparison.Ordinal)))
            return null;
        if (HostTools.Of(agent).FirstOrDefault(tool => tool.Equals(alternative, StringComparison.OrdinalIgnoreCase)) is { } known)
            return $"'{alternative}' never matches: names are compared with their case, and the tool is '{known}'";
        if (AgentTools.All.FirstOrDefault(tool => tool.Name == alternative) is { } other)
        {
            var own = AgentTools.All.Where(tool => tool.Action == other.Action && HostTools.Has(agent, tool)).Select(tool => $"'{tool.Name}'").ToList();
            return $"'{alternative}' never matches: it is a tool of {HostTools.OwnerOf(other).DisplayName}" + (own.Count == 0 ? string.Empty : $"; here that is {string.Join(", ", own)}");
        }

        return isWhole && HostTools.ServerPrefix(agent) is { } prefix && alternative.StartsWith(prefix, StringComparison.Ordinal)
            && !alternative.AsSpan(prefix.Length).Contains("__", StringComparison.Ordinal)
            ? $"'{alternative}' never matches: it names a server and no tool; write '{alternative}__.*'" : null;
    }

    private static string? DeadValue(CodingAgent agent, HostEvent hostEvent, string alternative)
    {
        foreach (var (name, values) in ClaudeValues)
        {
            if (agent == CodingAgent.ClaudeCode && name == hostEvent.Name && !values.Contains(alternative))
                return $"'{alternative}' never matches at {name}, which knows {string.Join(", ", values)}";
        }

        return null;
    }

    private static ReadOnlySpan<char> NameCharacters => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-:";

    /// <summary>The matcher without the brackets and marks that only say that it is about the whole name.</summary>
    private static string Bare(string matcher)
    {
        var bare = matcher.TrimStart('^');
        bare = bare.EndsWith('$') ? bare[..^1] : bare;
        var isGroup = bare is ['(', .., ')'] && bare.IndexOf(')', StringComparison.Ordinal) == bare.Length - 1;
        return !isGroup ? bare : bare.StartsWith("(?:", StringComparison.Ordinal) ? bare[3..^1] : bare[1..^1];
    }

    private static bool IsBalanced(string expression)
    {
        var depth = 0;
        var inClass = false;
        for (var i = 0; i < expression.Length; i++)
        {
            switch (expression[i])
            {
                case '\\' when ++i == expression.Length:
                    return false;
                case '[' when !inClass:
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    depth++;
                    break;
                case ')' when !inClass && --depth < 0:
                    return false;
            }
        }

        return depth == 0 && !inClass;
    }
}
