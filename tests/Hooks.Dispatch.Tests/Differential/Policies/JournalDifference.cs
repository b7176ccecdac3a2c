namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>Shows where two journals part.</summary>
internal static class JournalDifference
{
    private const int Before = 30;
    private const int After = 6;

    /// <returns>The lines around the first differences; null if there is none.</returns>
    public static string? Find(Journal model, Journal real)
    {
        var differences = new[] { Find(model.Lines, real.Lines), Find(model.Aside, real.Aside) }.OfType<string>().ToList();
        return differences.Count == 0 ? null : string.Join("\n=== and aside\n", differences);
    }

    private static string? Find(IReadOnlyList<string> model, IReadOnlyList<string> real)
    {
        var at = 0;
        while (at < model.Count && at < real.Count && model[at] == real[at])
            at++;
        if (at == model.Count && at == real.Count)
            return null;
        var from = Math.Max(0, at - Before);
        return $"{string.Join('\n', model.Skip(from).Take(at - from))}\n--- model\n{string.Join('\n', model.Skip(at).Take(After))}\n--- dispatcher\n{string.Join('\n', real.Skip(at).Take(After))}";
    }
}
