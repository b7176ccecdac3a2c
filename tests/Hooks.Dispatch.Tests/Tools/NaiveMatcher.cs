namespace Hooks.Dispatch.Tests.Tools;

/// <summary>What <c>Tools</c> means, in the plainest way.</summary>
internal static class NaiveMatcher
{
    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@shell"] = ["Bash", "PowerShell", "Shell", "run_shell_command", "shell_command"],
    };

    public static bool Matches(string tools, string name) => tools.Split('|').Any(alternative => MatchesOne(alternative.Trim(), name));

    private static bool MatchesOne(string alternative, string name) =>
        Groups.TryGetValue(alternative, out var members) ? members.Any(member => MatchesGlob(member, name))
        : alternative.Length > 0 && alternative[0] != '@' && MatchesGlob(alternative, name);

    private static bool MatchesGlob(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (pattern.IsEmpty)
            return name.IsEmpty;
        if (pattern[0] == '*')
            return MatchesGlob(pattern[1..], name) || (!name.IsEmpty && MatchesGlob(pattern, name[1..]));
        return !name.IsEmpty
            && (pattern[0] == '?' || name[..1].Equals(pattern[..1], StringComparison.OrdinalIgnoreCase))
            && MatchesGlob(pattern[1..], name[1..]);
    }
}
