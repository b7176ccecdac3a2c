using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Documents;

public partial class DiagnosticDocumentTests
{
    public static TheoryData<string> Ids { get; } = [.. DiagnosticPages.Rules.Select(rule => rule.Id)];

    [Fact]
    public void NoIdIsGivenTwice() => Assert.Equal(DiagnosticPages.Rules.Select(rule => rule.Id).Distinct(), DiagnosticPages.Rules.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRuleHasItsPage(string id)
    {
        var rule = Find(id);
        var page = File.ReadAllText(DiagnosticPages.PageOf(id));

        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.Equal(rule.Title.ToString(CultureInfo.InvariantCulture), Heading().Match(page).Groups[1].Value, ignoreCase: true);
        var severity = rule.DefaultSeverity == DiagnosticSeverity.Info ? "Information" : rule.DefaultSeverity.ToString();
        Assert.Contains($"\n\n{severity}.", page, StringComparison.Ordinal);
        Assert.Equal(rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable), page.Contains("It cannot be switched off", StringComparison.Ordinal));
        Assert.Contains("## What to do", page, StringComparison.Ordinal);
        Assert.Contains("```csharp", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheHelpLinkLeadsToThePage(string id)
    {
        var link = new Uri(Find(id).HelpLinkUri);

        Assert.EndsWith($"/docs/diagnostics/{id}.md", link.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryPageHasItsRule() =>
        Assert.Equal(
            DiagnosticPages.Rules.Select(rule => rule.Id + ".md").Append("README.md"),
            Directory.GetFiles(DiagnosticPages.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePageSpeaksOfFixesThatThereAre(string id) =>
        Assert.Equal(HasFix(id), File.ReadAllText(DiagnosticPages.PageOf(id)).Contains("code fix", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void TheIndexListsAllRules()
    {
        var derived = DiagnosticPages.DerivedIndex(HasFix);
        if (Environment.GetEnvironmentVariable("HOOKS_ACCEPT") == "1")
            File.WriteAllText(DiagnosticPages.Index, derived);

        Assert.Equal(derived, File.ReadAllText(DiagnosticPages.Index).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void TheReleaseFilesListAllRules()
    {
        var listed = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadLines(Path.Combine(DiagnosticPages.Root, "src", "Hooks.Analyzers", file)))
            .Select(line => ReleaseRow().Match(line))
            .Where(row => row.Success)
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(DiagnosticPages.Rules.Select(rule => $"{rule.Id} {rule.DefaultSeverity}"), listed);
    }

    private static DiagnosticDescriptor Find(string id) => DiagnosticPages.Rules.Single(rule => rule.Id == id);

    private static bool HasFix(string id) => Kit.Fix.Exists(id);

    [GeneratedRegex(@"\A# HOOK\d+: (.+?)\r?\n")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(HOOK\d+) \| Hooks \| (\w+) \|")]
    private static partial Regex ReleaseRow();
}
