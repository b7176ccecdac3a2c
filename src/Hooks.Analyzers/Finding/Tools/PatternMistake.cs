using Hooks.Shared;

namespace Hooks.Analyzers.Finding.Tools;

/// <summary>Why one alternative of <c>Tools</c> matches no tool.</summary>
/// <param name="Kind">What fixes of many places tell apart.</param>
/// <param name="Description">The rest of a sentence that begins with Tools of a hook.</param>
/// <param name="Replacement">What was meant; null if that is not clear.</param>
internal sealed record PatternMistake(string Kind, string Description, string? Replacement)
{
    private const string Server = "mcp__";
    private const int MostRepairs = 3;

    /// <summary>What is wrong with an alternative; null if it may match a tool.</summary>
    /// <param name="text">The alternative, not empty, without white space around it.</param>
    /// <param name="tools">What is known of groups and tools.</param>
    public static PatternMistake? Of(string text, Lazy<KnownTools> tools) =>
        OfList(text, tools) ?? OfRule(text, tools) ?? OfExpression(text, tools) ?? OfExclusion(text) ?? OfGroup(text, tools) ?? OfServer(text);

    private static PatternMistake? OfList(string text, Lazy<KnownTools> tools) =>
        Brackets.Split(text, ',', ';') is { Count: > 1 } names
            ? Repairable("List", string.Join("|", names.Where(name => name.Length > 0)), tools, repaired => $"has the list '{text}', but alternatives are separated by '|'{Write(repaired)}")
            : null;

    // Bash(git *) or Bash(git:*). What a tool's name precedes is no group of an expression, whatever it contains.
    private static PatternMistake? OfRule(string text, Lazy<KnownTools> tools)
    {
        var open = text.IndexOf('(');
        if (open <= 0 || text[text.Length - 1] != ')')
            return null;
        var name = text.Substring(0, open);
        if (!name.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '@'))
            return null;
        var isKnown = tools.Value.IsTool(name) || tools.Value.IsGroup(name);
        if (!isKnown && (text.Contains('|') || name[name.Length - 1] == '_' || text.Contains(".*")))
            return null;
        return Repairable(FixProperties.PermissionRule, name, tools, repaired =>
            $"has the permission rule '{text}', but only the tool's name is compared; {(repaired is null ? string.Empty : $"write '{repaired}' and ")}test the call's arguments in the hook");
    }

    private static PatternMistake? OfExpression(string text, Lazy<KnownTools> tools) =>
        RegularExpression.Is(text, name => tools.Value.IsTool(name) && !(IsPlainWord(name) && tools.Value.IsOnlyBuiltIn(name)))
            ? Repairable("Expression", RegularExpression.ToPatterns(text), tools, repaired =>
                $"has the regular expression '{text}', but a pattern has only '*' for any text and '?' for one character{Write(repaired)}")
            : null;

    // "shell.*" may mean shell.exec and shell.kill of an agent that names its tools like this.
    private static bool IsPlainWord(string name) => name.All(character => character is >= 'a' and <= 'z');

    private static PatternMistake? OfExclusion(string text) =>
        text[0] == '!'
            ? new("Exclusion", $"has '{text}', but no tool can be excluded; name those that are meant, or test the tool's name in the hook", null)
            : null;

    private static PatternMistake? OfGroup(string text, Lazy<KnownTools> tools)
    {
        if (!text.StartsWith(ToolGroups.Sign, StringComparison.Ordinal))
            return null;
        if (!tools.Value.IsGroup(text))
        {
            var nearest = tools.Value.Nearest(text);
            return new("Group", $"names the group '{text}', which nobody defines; {(nearest is null ? "define it with [assembly: ToolGroup]" : $"write '{nearest}', or define it with [assembly: ToolGroup]")}", nearest);
        }

        var members = tools.Value.ToolsOf(text);
        if (members.FirstOrDefault(member => member.StartsWith(ToolGroups.Sign, StringComparison.Ordinal)) is { } inner)
        {
            var isDefined = tools.Value.IsGroup(inner);
            return new("Group", $"names the group '{text}' with the group '{inner}' in it, which is not followed{(isDefined ? $"; write '{text}|{inner}'" : string.Empty)}", isDefined ? $"{text}|{inner}" : null);
        }

        return members.Count == 0 && tools.Value.IsComplete
            ? new("Group", $"names the group '{text}', to which nobody gives a tool; name some in [assembly: ToolGroup]", null)
            : null;
    }

    private static PatternMistake? OfServer(string text)
    {
        if (!text.StartsWith(Server, StringComparison.OrdinalIgnoreCase) || text.IndexOfAny(['*', '?']) >= 0)
            return null;
        var tool = text.IndexOf("__", Server.Length, StringComparison.Ordinal);
        if (tool >= 0 && tool < text.Length - 2)
            return null;
        var pattern = text.EndsWith("__", StringComparison.Ordinal) ? text + "*" : text + "__*";
        return new("Server", $"has '{text}', which is a server and no tool of it; write '{pattern}'", pattern);
    }

    /// <summary>Makes a mistake of which is known what it should have been, unless that has a mistake for which it is not known.</summary>
    private static PatternMistake Repairable(string kind, string? replacement, Lazy<KnownTools> tools, Func<string?, string> describe)
    {
        var repaired = replacement is null ? null : Repair(replacement, tools, MostRepairs);
        return new(kind, describe(repaired), repaired);
    }

    private static string? Repair(string text, Lazy<KnownTools> tools, int left)
    {
        var parts = new List<string>();
        foreach (var part in text.Split('|'))
        {
            if (part.Length == 0 || left == 0)
                return null;
            if (Of(part, tools) is not { } mistake)
                parts.Add(part);
            else if (mistake.Replacement is { } replacement && Repair(replacement, tools, left - 1) is { } repaired)
                parts.Add(repaired);
            else
                return null;
        }

        return string.Join("|", parts.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private static string Write(string? repaired) => repaired is null ? string.Empty : $"; write '{repaired}'";
}
