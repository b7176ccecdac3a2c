namespace Hooks.Commands.Http.Tests.Admitting;

/// <summary>The token comes from a file that nobody else can read.</summary>
public sealed class TokenFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-token-").FullName;

    private string File => Path.Combine(_folder, "token");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_is_not_there_is_made()
    {
        var made = BearerToken.FromFile(File, out var isNew);
        var text = System.IO.File.ReadAllText(File).Trim();

        Assert.True(isNew);
        Assert.True(made.IsIn("Bearer " + text));
        Assert.Matches("^[0-9A-F]{64}$", text);
        Assert.True(BearerToken.FromFile(File, out isNew).IsIn("bearer " + text));
        Assert.False(isNew);
        Assert.True(OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(File) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_of_others_is_refused(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        System.IO.File.WriteAllText(File, "0123456789abcdef");
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);

        Assert.Contains("chmod 600", Assert.Throws<UsageException>(() => BearerToken.FromFile(File, out _)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "0 characters")]
    [InlineData("0123456789abcde", "15 characters")]
    [InlineData("0123456789 abcdef", "other characters")]
    [InlineData("0123456789abcdef\n0123456789abcdef", "other characters")]
    [InlineData("0123456789abcdeé", "other characters")]
    public void A_text_that_is_no_token_is_refused(string text, string why) =>
        Assert.Contains(why, Assert.Throws<UsageException>(() => BearerToken.Parse(text, "the file")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_path_that_cannot_be_is_refused() =>
        Assert.StartsWith(_folder, Assert.Throws<UsageException>(() => BearerToken.FromFile(Path.Combine(_folder, "no", "token"), out _)).Message, StringComparison.Ordinal);
}
