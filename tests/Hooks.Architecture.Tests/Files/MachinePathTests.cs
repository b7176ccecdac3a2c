using System.Text.RegularExpressions;

namespace Hooks.Architecture.Tests.Files;

public partial class MachinePathTests
{
    [Fact]
    public void NoFileNamesAFolderOfOneMachine() => Assert.Empty(
        from file in Repository.Files
        where !IsBinary(file)
        from match in MachinePath().Matches(Repository.Read(file))
        select $"{file}: {match.Value}");

    [Fact]
    public void NoFileChoosesARegistry() =>
        Assert.DoesNotContain(Repository.Files, file => Path.GetFileName(file).ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC");

    [Theory]
    [InlineData("/ho", "me/someone")]
    [InlineData("C:", @"\Users\someone")]
    [InlineData("file:///wo", "rk/x")]
    public void SuchFoldersAreRecognised(string start, string end) => Assert.Matches(MachinePath(), start + end);

    [Theory]
    [InlineData("https://example.org/home/page")]
    [InlineData("src/work/x")]
    public void OtherPathsAreNot(string path) => Assert.DoesNotMatch(MachinePath(), path);

    private static bool IsBinary(string file) => Path.GetExtension(file) is ".png" or ".ico" or ".snk" or ".gz" or ".zip" or ".nupkg" or ".dll";

    [GeneratedRegex(@"((?<![A-Za-z0-9._/-])|(?<=file://))/(home|root|work|Users)/[A-Za-z]|[A-Za-z]:\\Users\\[A-Za-z]")]
    private static partial Regex MachinePath();
}
