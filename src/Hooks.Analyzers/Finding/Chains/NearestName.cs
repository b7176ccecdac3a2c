namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Guesses which name was meant.</summary>
internal static class NearestName
{
    private const int CharactersPerMistake = 4;

    /// <summary>The name that was most likely meant; null if none is near.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        string? nearest = null;
        var fewest = (written.Length / CharactersPerMistake) + 1;
        foreach (var name in names)
        {
            var mistakes = IsShortFor(written, name) || IsShortFor(name, written) ? 0 : Distance(written, name, fewest);
            if (mistakes >= fewest)
                continue;
            fewest = mistakes;
            nearest = name;
        }

        return nearest;
    }

    // nameof(Check) for Acme.Guards.Check, and Acme:check for check.
    private static bool IsShortFor(string name, string full) =>
        full.Length > name.Length
        && full.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && full[full.Length - name.Length - 1] is '.' or ':';

    /// <summary>How many characters have to be put in, taken out or replaced, ignoring case; at least the limit if it reaches it.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
            return limit;
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            var fewest = row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
                fewest = Math.Min(fewest, row[j]);
            }

            if (fewest >= limit)
                return limit;
        }

        return row[right.Length];
    }
}
