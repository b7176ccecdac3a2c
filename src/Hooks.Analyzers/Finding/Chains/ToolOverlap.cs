using System.Collections.Concurrent;
using Hooks.Shared;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Whether there can be a tool for which two hooks both run.</summary>
internal sealed class ToolOverlap(IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> additionalGroups)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _globs = new(StringComparer.Ordinal);

    /// <summary>Whether two values of <c>Tools</c> can match one name; null matches every tool.</summary>
    public bool IsPossible(string? left, string? right)
    {
        if (left is null && right is null)
            return true;
        foreach (var one in Globs(left ?? "*"))
        {
            foreach (var other in Globs(right ?? "*"))
            {
                if (CanBothBegin(one, other) && CanBothMatch(one, other))
                    return true;
            }
        }

        return false;
    }

    private IReadOnlyList<string> Globs(string tools) => _globs.GetOrAdd(tools, text =>
        [.. ToolPattern.Parse(text, additionalGroups).Where(pattern => pattern.Kind != ToolPatternKind.Never).Select(ToGlob)]);

    private static string ToGlob(ToolPattern pattern) => pattern.Kind switch
    {
        ToolPatternKind.Any => "*",
        ToolPatternKind.Prefix => pattern.Text + "*",
        ToolPatternKind.Suffix => "*" + pattern.Text,
        ToolPatternKind.Contains => "*" + pattern.Text + "*",
        _ => pattern.Text,
    };

    // Settles most pairs.
    private static bool CanBothBegin(string left, string right) =>
        left[0] is '*' or '?' || right[0] is '*' or '?' || char.ToUpperInvariant(left[0]) == char.ToUpperInvariant(right[0]);

    // Remembers the places from which it has already failed, so that many stars cost no more than their product.
    private static bool CanBothMatch(string left, string right)
    {
        var failed = new bool[left.Length + 1, right.Length + 1];
        return From(0, 0);

        bool From(int i, int j)
        {
            if (failed[i, j])
                return false;
            failed[i, j] = true;
            if (i < left.Length && left[i] == '*')
                return From(i + 1, j) || (j < right.Length && From(i, j + 1));
            if (j < right.Length && right[j] == '*')
                return From(i, j + 1) || (i < left.Length && From(i + 1, j));
            if (i == left.Length || j == right.Length)
                return i == left.Length && j == right.Length;
            return (left[i] == '?' || right[j] == '?' || char.ToUpperInvariant(left[i]) == char.ToUpperInvariant(right[j])) && From(i + 1, j + 1);
        }
    }
}
