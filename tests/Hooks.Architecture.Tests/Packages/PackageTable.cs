namespace Hooks.Architecture.Tests.Packages;

/// <summary>The table of packages in docs/architecture.md: what each may use.</summary>
internal static class PackageTable
{
    private const string Document = "docs/architecture.md", Head = "| Package | Uses of ours | Third-party packages |";

    public static IReadOnlyDictionary<string, PackageRow> Rows { get; } = Read();

    private static Dictionary<string, PackageRow> Read()
    {
        var rows = Repository.ReadLines(Document)
            .SkipWhile(line => !line.StartsWith(Head, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1].Trim('`'), cells => new PackageRow(Names(cells[2]), Names(cells[3])), StringComparer.Ordinal);
        return rows.Count > 0 ? rows : throw new InvalidOperationException($"{Document} has no table with the head '{Head}'.");
    }

    private static string[] Names(string cell) =>
        [.. cell.Split(',', StringSplitOptions.TrimEntries).Where(name => name is ['`', .., '`']).Select(name => name.Trim('`'))];
}

/// <summary>What one package may use.</summary>
internal sealed record PackageRow(IReadOnlyList<string> Ours, IReadOnlyList<string> ThirdParty);
