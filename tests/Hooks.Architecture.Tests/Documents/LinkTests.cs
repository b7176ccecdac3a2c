using System.Text.RegularExpressions;

namespace Hooks.Architecture.Tests.Documents;

public partial class LinkTests
{
    public static TheoryData<string> Documents { get; } =
        [.. Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryRelativeLinkLeadsSomewhere(string document) => Assert.Empty(
        from Match match in Link().Matches(Prose(document))
        let target = match.Groups["target"].Value
        where !target.Contains(':', StringComparison.Ordinal) && !LeadsSomewhere(document, target)
        select target);

    private static bool LeadsSomewhere(string document, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? document
            : Path.GetRelativePath(Repository.Root, Path.GetFullPath(parts[0], Path.Combine(Repository.Root, Path.GetDirectoryName(document)!))).Replace('\\', '/');
        var path = Path.Combine(Repository.Root, file);
        if (parts.Length == 1)
            return File.Exists(path) || Directory.Exists(path);
        return File.Exists(path) && (!file.EndsWith(".md", StringComparison.Ordinal) || Anchors(file).Contains(parts[1]));
    }

    private static HashSet<string> Anchors(string document) =>
        [.. Heading().Matches(Prose(document)).Select(match => Anchor(match.Groups["text"].Value.Trim()))];

    // What GitHub makes of a heading.
    private static string Anchor(string heading) => string.Concat(
        heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    private static string Prose(string document) => CodeSpan().Replace(CodeBlock().Replace(Repository.Read(document), string.Empty), match => match.Value.Replace('[', ' '));

    [GeneratedRegex(@"\[[^\]\n]*\]\((?<target>[^)\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"`[^`\n]+`")]
    private static partial Regex CodeSpan();
}
