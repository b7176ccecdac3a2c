using System.Text.RegularExpressions;

namespace Hooks.Architecture.Tests.Files;

public partial class SourceFileTests
{
    private const int MostLines = 400;

    // Written apart, so that this file does not hold what it looks for.
    private static readonly string[] LeftUndone = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "Not" + "ImplementedException"];

    [Fact]
    public void NoFileIsLong() => Assert.Empty(
        from file in Sources()
        let lines = Repository.ReadLines(file).Length
        where lines > MostLines
        select $"{file}: {lines}");

    [Fact]
    public void NoNameSaysNothing() => Assert.Empty(
        from file in Sources()
        let names = TypeNames().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value)
            .Concat(file.Split('/').Select(part => part.Split('.')[0]))
        from name in names
        where EmptyName().IsMatch(name)
        select $"{file}: {name}");

    [Fact]
    public void NothingIsLeftUndone() => Assert.Empty(
        from file in Sources()
        from word in LeftUndone
        where Repository.Read(file).Contains(word, StringComparison.Ordinal)
        select $"{file}: {word}");

    [Fact]
    public void NamespacesAreFileScoped() => Assert.Empty(
        from file in Sources()
        let blocks = BlockNamespace().Count(Repository.Read(file))
        where blocks == 1 // a file with more than one namespace has no other way
        select $"{file}: {blocks}");

    [Fact]
    public void RuntimeSilencesNoTrimOrAotWarning() => Assert.Empty(
        from file in Repository.Sources
        where file.StartsWith("src/Hooks.Runtime/", StringComparison.Ordinal) || file.StartsWith("src/Hooks.Generators/", StringComparison.Ordinal)
        where SilencedWarning().IsMatch(Repository.Read(file))
        select file);

    [Fact]
    public void EveryTestProjectSaysWhatItGuards() => Assert.Empty(
        from file in Repository.Files
        where file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal)
        where !Repository.Read(file).TrimStart('\uFEFF').StartsWith("<!-- ", StringComparison.Ordinal)
        select file);

    [Fact]
    public void EveryTestProjectIsInTheTableOfSuites()
    {
        var page = Repository.Read("docs/contributing.md");

        Assert.Empty(
            from file in Repository.Files
            where file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".Tests.csproj", StringComparison.Ordinal)
            let folder = Path.GetDirectoryName(file)!.Replace('\\', '/')
            where !page.Contains($"\n| `{folder}` |", StringComparison.Ordinal)
            select folder);
    }

    [Fact]
    public void EveryProjectIsInTheSolution()
    {
        var solution = Repository.Read("Hooks.sln").Replace('\\', '/');

        Assert.Empty(
            from file in Repository.Files
            where file.EndsWith(".csproj", StringComparison.Ordinal)
            where !solution.Contains($"\"{file}\"", StringComparison.Ordinal)
            select file);
    }

    private static IEnumerable<string> Sources()
    {
        var sources = Repository.Sources
            .Where(file => file.Split('/')[0] is "src" or "tests" or "samples" or "benchmarks")
            .ToList();
        Assert.True(sources.Count > 100, $"Only {sources.Count} source files below {Repository.Root}.");
        return sources;
    }

    [GeneratedRegex(@"\b(class|struct|interface|record|enum)\s+(?<name>\w+)")]
    private static partial Regex TypeNames();

    [GeneratedRegex("(Util(s|ity|ities)?|Helpers?|Manager)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^namespace [\w.]+\s*\{?\s*$", RegexOptions.Multiline)]
    private static partial Regex BlockNamespace();

    [GeneratedRegex("UnconditionalSuppressMessage|RequiresUnreferencedCode|RequiresDynamicCode")]
    private static partial Regex SilencedWarning();
}
