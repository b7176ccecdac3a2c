using FsCheck;
using FsCheck.Fluent;
using Hooks.Shared;

namespace Hooks.Generators.Tests.Tools;

/// <summary>Whatever the pattern, the cheap comparison that was chosen agrees with a matcher that knows only stars and question marks.</summary>
public class ToolPatternProperties
{
    [Fact]
    public void ChosenComparisonAgreesWithTheNaiveOne()
    {
        // Few letters, so that random names often match random patterns; short, because the naive matcher takes exponential time.
        var patterns = Gen.Elements('a', 'A', 'b', '*', '*', '?', '|', ' ').ArrayOf().Resize(10).Select(letters => new string(letters));
        var names = Gen.Elements('a', 'A', 'b', 'B').ArrayOf().Resize(8).Select(letters => new string(letters));

        Prop.ForAll(Gen.Zip(patterns, names).ToArbitrary(), pair => Chosen(pair.Item1, pair.Item2) == Naive(pair.Item1, pair.Item2))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    private static bool Chosen(string tools, string name) => ToolPattern.Parse(tools, []).Any(pattern => Matches(pattern, name));

    private static bool Matches(ToolPattern pattern, string name) => pattern.Kind switch
    {
        ToolPatternKind.Any => true,
        ToolPatternKind.Exact => name.Equals(pattern.Text, StringComparison.OrdinalIgnoreCase),
        ToolPatternKind.Prefix => name.StartsWith(pattern.Text, StringComparison.OrdinalIgnoreCase),
        ToolPatternKind.Suffix => name.EndsWith(pattern.Text, StringComparison.OrdinalIgnoreCase),
        ToolPatternKind.Contains => name.Contains(pattern.Text, StringComparison.OrdinalIgnoreCase),
        ToolPatternKind.Glob => Glob(pattern.Text, name),
        _ => false,
    };

    private static bool Naive(string tools, string name) =>
        tools.Split('|').Select(alternative => alternative.Trim()).Any(alternative => alternative.Length > 0 && Glob(alternative, name));

    private static bool Glob(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (pattern.IsEmpty)
            return name.IsEmpty;
        if (pattern[0] == '*')
            return Glob(pattern[1..], name) || (!name.IsEmpty && Glob(pattern, name[1..]));
        return !name.IsEmpty
            && (pattern[0] == '?' || char.ToUpperInvariant(pattern[0]) == char.ToUpperInvariant(name[0]))
            && Glob(pattern[1..], name[1..]);
    }
}
