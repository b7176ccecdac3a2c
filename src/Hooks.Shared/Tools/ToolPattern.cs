namespace Hooks.Shared;

/// <summary>How one alternative of <c>Tools</c> is compared with a tool's name. Every comparison is ordinal and ignores case.</summary>
internal enum ToolPatternKind
{
    /// <summary>An empty alternative or an unknown group.</summary>
    Never,
    Any,
    Exact,
    Prefix,
    Suffix,
    Contains,

    /// <summary>Any other text with <c>*</c> (any characters, or none) and <c>?</c> (one character).</summary>
    Glob,
}

/// <summary>One alternative of <c>Tools</c>, groups resolved.</summary>
/// <param name="Kind">How it is compared.</param>
/// <param name="Text">What it is compared with: without the stars, except in a glob.</param>
/// <param name="Source">The alternative as it was written; for a member of a group, the group.</param>
internal sealed record ToolPattern(ToolPatternKind Kind, string Text, string Source)
{
    /// <summary>Parses alternatives separated by <c>|</c>; one that a previous one repeats is left out.</summary>
    /// <param name="tools">The text of <c>Tools</c>.</param>
    /// <param name="additionalGroups">What assemblies add to the built-in groups, or new groups.</param>
    public static IReadOnlyList<ToolPattern> Parse(string tools, IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> additionalGroups)
    {
        var patterns = new List<ToolPattern>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in tools.Split('|'))
        {
            var source = part.Trim();
            if (!source.StartsWith(ToolGroups.Sign, StringComparison.Ordinal))
            {
                Add(Classify(source, source));
                continue;
            }

            var known = false;
            foreach (var tool in ToolGroups.Expand(source, additionalGroups))
            {
                known = true;
                Add(Classify(tool.Trim(), source));
            }

            if (!known)
                Add(new(ToolPatternKind.Never, source, source));
        }

        return patterns;

        void Add(ToolPattern pattern)
        {
            if (seen.Add($"{pattern.Kind} {pattern.Text}"))
                patterns.Add(pattern);
        }
    }

    /// <summary>Finds the cheapest comparison for one alternative that is not a group.</summary>
    private static ToolPattern Classify(string text, string source)
    {
        // A group within a group is not followed.
        if (text.Length == 0 || text.StartsWith(ToolGroups.Sign, StringComparison.Ordinal))
            return new(ToolPatternKind.Never, text, source);
        while (text.Contains("**"))
            text = text.Replace("**", "*");

        var stars = text.Count(character => character == '*');
        if (text.Contains('?'))
            return new(ToolPatternKind.Glob, text, source);
        if (stars == 0)
            return new(ToolPatternKind.Exact, text, source);
        if (text.Length == 1)
            return new(ToolPatternKind.Any, string.Empty, source);

        var first = text[0] == '*';
        var last = text[text.Length - 1] == '*';
        return (stars, first, last) switch
        {
            (1, false, true) => new(ToolPatternKind.Prefix, text.Substring(0, text.Length - 1), source),
            (1, true, false) => new(ToolPatternKind.Suffix, text.Substring(1), source),
            (2, true, true) => new(ToolPatternKind.Contains, text.Substring(1, text.Length - 2), source),
            _ => new(ToolPatternKind.Glob, text, source),
        };
    }
}
