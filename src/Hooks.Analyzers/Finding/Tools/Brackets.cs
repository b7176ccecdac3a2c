namespace Hooks.Analyzers.Finding.Tools;

/// <summary>Finds characters that do not stand within brackets.</summary>
internal static class Brackets
{
    /// <summary>Where the separator stands outside of brackets; everywhere, if they are not balanced.</summary>
    public static IEnumerable<int> Outside(string text, params char[] separators)
    {
        var places = new List<int>();
        var open = new Stack<char>();
        var isBalanced = true;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\\')
                i++;
            else if (ClosingOf(character) is { } closing)
                open.Push(closing);
            else if (character is ')' or ']' or '}')
                isBalanced &= open.Count > 0 && open.Pop() == character;
            else if (open.Count == 0 && separators.Contains(character))
                places.Add(i);
        }

        return isBalanced && open.Count == 0 ? places : Enumerable.Range(0, text.Length).Where(i => separators.Contains(text[i]));
    }

    /// <summary>The parts between the separators that stand outside of brackets.</summary>
    public static IReadOnlyList<string> Split(string text, params char[] separators)
    {
        var parts = new List<string>();
        var start = 0;
        foreach (var place in Outside(text, separators))
        {
            parts.Add(text.Substring(start, place - start).Trim());
            start = place + 1;
        }

        parts.Add(text.Substring(start).Trim());
        return parts;
    }

    private static char? ClosingOf(char character) => character switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => null,
    };
}
