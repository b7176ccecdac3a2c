using System.Text.RegularExpressions;
using Hooks.Package.Tests.Packing;

namespace Hooks.Package.Tests.Consuming;

/// <summary>The program that a package's README shows.</summary>
internal static partial class PackageReadme
{
    public static string Program => Blocks("Hooks.Runtime", "csharp").Single();

    /// <summary>What the README says the program prints.</summary>
    public static string Output => Blocks("Hooks.Runtime", "text").Single();

    /// <summary>The whole program of the README about events, and the line with which hooks become events.</summary>
    public static IReadOnlyList<string> OfEvents => [.. Blocks("Hooks.Events", "csharp")];

    private static IEnumerable<string> Blocks(string package, string language) =>
        from match in Block.Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", package, "PACKAGE.md")).ReplaceLineEndings("\n"))
        where match.Groups["language"].Value == language
        select match.Groups["text"].Value;

    [GeneratedRegex(@"(?m)^```(?<language>\w+)\n(?<text>[\s\S]*?)^```$")]
    private static partial Regex Block { get; }
}
