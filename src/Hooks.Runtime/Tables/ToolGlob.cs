namespace Hooks;

/// <summary>Patterns with <c>*</c> (any characters) and <c>?</c> (one character), ignoring case.</summary>
internal static class ToolGlob
{
    public static bool IsMatch(ReadOnlySpan<char> tool, ReadOnlySpan<char> pattern)
    {
        // Only the last star is ever taken back to, so that the time is bounded by the product of the lengths.
        int at = 0, next = 0, star = -1, resume = 0;
        while (at < tool.Length)
        {
            if (next < pattern.Length && pattern[next] == '*')
            {
                star = next++;
                resume = at;
            }
            else if (next < pattern.Length && (pattern[next] == '?' || AreEqual(pattern[next], tool[at])))
            {
                next++;
                at++;
            }
            else if (star >= 0)
            {
                next = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[next..].TrimStart('*').IsEmpty;
    }

    private static bool AreEqual(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
