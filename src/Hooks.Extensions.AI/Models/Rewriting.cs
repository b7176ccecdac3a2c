namespace Hooks.Extensions.AI.Models;

/// <summary>Finds the messages of which rewritten ones were made.</summary>
internal static class Rewriting
{
    // Beyond it the effort would grow too large: then the last messages belong together.
    private const int MostPairs = 1_000_000;

    /// <summary>
    /// For each written message the place of the former one: of the same role, in the same order, as many as possible with the
    /// same text, and then as many as possible; of several ways the one that leaves out the oldest. Null where there is none.
    /// </summary>
    public static int?[] Origins(IReadOnlyList<HookMessage> former, IReadOnlyList<HookMessage> written)
    {
        var origins = new int?[written.Count];
        if ((long)former.Count * written.Count > MostPairs)
        {
            for (int i = written.Count - 1, j = former.Count - 1; i >= 0 && j >= 0; i--, j--)
                origins[i] = former[j].Role == written[i].Role ? j : null;
            return origins;
        }

        // The longest common subsequence, with a weight: what the first i and the first j have in common.
        var best = new long[written.Count + 1, former.Count + 1];
        for (var i = 1; i <= written.Count; i++)
        {
            for (var j = 1; j <= former.Count; j++)
                best[i, j] = Math.Max(Math.Max(best[i - 1, j], best[i, j - 1]), best[i - 1, j - 1] + Weight(written[i - 1], former[j - 1]));
        }

        for (int i = written.Count, j = former.Count; i > 0 && j > 0;)
        {
            var weight = Weight(written[i - 1], former[j - 1]);
            if (weight > 0 && best[i, j] == best[i - 1, j - 1] + weight)
                origins[--i] = --j;
            else if (best[i, j] == best[i, j - 1])
                j--;
            else
                i--;
        }

        return origins;
    }

    private static long Weight(HookMessage written, HookMessage former) =>
        written.Role != former.Role ? 0 : written.Content == former.Content ? MostPairs + 1 : 1;
}
