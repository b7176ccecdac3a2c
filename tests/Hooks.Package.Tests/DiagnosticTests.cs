using System.Text.RegularExpressions;
using Hooks.Package.Tests.Consuming;
using Hooks.Package.Tests.Packing;

namespace Hooks.Package.Tests;

/// <summary>Mistakes in new projects that restore the package are errors of `dotnet build`, at their line, and cannot be silenced.</summary>
[Collection(PackedOnce.Name)]
public sealed partial class DiagnosticTests(PackedRepository packed)
{
    [Theory]
    [InlineData("Acme.Mistaken", "Mistakes.cs")]
    [InlineData("Acme.Mistaken", "Insisting.cs")]
    [InlineData("Acme.Mistaken", "Configured.cs")]
    [InlineData("Acme.Raised", "Questionable.cs")]
    [InlineData("Acme.Miscommanded", "Guards.cs")]
    public async Task Each_mistake_is_an_error_at_its_line(string project, string file)
    {
        var build = await packed.MistakenAsync();
        var reported = build.Of(project).Where(diagnostic => diagnostic.File == file).ToList();
        Assert.All(reported, diagnostic => Assert.Equal("error", diagnostic.Severity));
        var expected = Markers(Path.Combine(packed.Consumers.Path, project, file)).ToList();
        Assert.True(expected.Count > 0, $"{file} expects nothing.");
        Assert.Equal(expected, reported.Select(diagnostic => (diagnostic.Line, diagnostic.Id)).Order());
    }

    [Theory]
    [InlineData("HOOK001", "Describe", "HookResult")]
    [InlineData("HOOK002", "Judge", "ToolCallContext")]
    [InlineData("HOOK003", "Deny", "AfterToolCall")]
    [InlineData("HOOK004", "Greet", "private")]
    [InlineData("HOOK012", "Part", "SessionEnd")]
    public async Task A_message_names_the_hook_and_says_what_would_be_right(string id, string hook, string right)
    {
        var message = Assert.Single((await packed.MistakenAsync()).Of("Acme.Mistaken"), diagnostic => diagnostic.File == "Mistakes.cs" && diagnostic.Id == id).Message;
        Assert.Contains(hook, message, StringComparison.Ordinal);
        Assert.Contains(right, message, StringComparison.Ordinal);
        Assert.DoesNotMatch(Placeholder, message);
    }

    [Fact]
    public async Task A_build_without_analyzers_says_that_nothing_is_said()
    {
        var said = Assert.Single((await packed.MistakenAsync()).Of("Acme.Unanalyzed"));
        Assert.Equal(("warning", "HOOK000"), (said.Severity, said.Id));
        Assert.Contains("(in this build: 1)", said.Message, StringComparison.Ordinal);
    }

    // "// HOOK001" at the end of a line: it is expected there.
    private static IEnumerable<(int Line, string Id)> Markers(string file) =>
        from line in File.ReadLines(file).Index()
        from match in Marker.Matches(line.Item)
        select (line.Index + 1, match.Groups[1].Value);

    [GeneratedRegex(@"// (HOOK\d+)\s*$")]
    private static partial Regex Marker { get; }

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Placeholder { get; }
}
