using System.Text.RegularExpressions;
using Hooks.Package.Tests.Packing;

namespace Hooks.Package.Tests.Consuming;

/// <summary>The program that a package's README shows.</summary>
internal static partial class PackageReadme
{
    public static string Program => Blocks("Hooks.Runtime", "csharp").Single();

    /// <summary>What the README says the program prints.</summary>
    public static string Output => Blocks("Hooks.Runtime", "text").Single();

    /// <summary>The code in another package's README; what comes first is a whole program.</summary>
    public static IReadOnlyList<string> CodeOf(string package) => [.. Blocks(package, "csharp")];

    private static IEnumerable<string> Blocks(string package, string language) =>
        from match in Block.Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", package, "PACKAGE.md")).ReplaceLineEndings("\n"))
        where match.Groups["language"].Value == language
        select match.Groups["text"].Value;

    [GeneratedRegex(@"(?m)^```(?<language>\w+)\n(?<text>[\s\S]*?)^```$")]
    private static partial Regex Block { get; }
}
