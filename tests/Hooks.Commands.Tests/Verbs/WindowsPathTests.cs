using System.Text.Json;

namespace Hooks.Commands.Tests.Verbs;

/// <summary>Paths of Windows in settings: where no shell reads them they stand as they are, spaces, backslashes and all, and are found again.</summary>
public sealed class WindowsPathTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-windows-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("claude", @"C:\Program Files\Acme\guard.exe")]
    [InlineData("claude", @"\\server\tools\new guard.exe")]
    [InlineData("claude", @"${CLAUDE_PROJECT_DIR}\.claude\hooks\guard.exe")]
    [InlineData("copilot", @"D:\Werkzeug für alle\guard.exe")]
    public void Are_written_as_they_are_and_found_again(string host, string path)
    {
        var file = Path.Combine(_folder, "s.json");
        var dispatcher = Guards.ForTools("@shell");

        Assert.Equal(0, VerbRun.Of(dispatcher, "config", "--host", host, "--command", path, "--write", file).ExitCode);
        var written = File.ReadAllText(file);

        var handler = JsonDocument.Parse(written).RootElement.GetProperty("hooks").GetProperty("PreToolUse")[0];
        handler = handler.TryGetProperty("hooks", out var handlers) ? handlers[0] : handler;
        Assert.Equal(path, handler.GetProperty(host == "claude" ? "command" : "exec").GetString());
        Assert.Equal(0, VerbRun.Of(dispatcher, "check", file, "--host", host, "--command", path).ExitCode);
        Assert.Contains("nothing to change", VerbRun.Of(dispatcher, "config", "--host", host, "--command", path, "--write", file).Error, StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllText(file));
        Assert.Equal(0, VerbRun.Of(dispatcher, "config", "--host", host, "--command", path, "--remove", file).ExitCode);
        Assert.DoesNotContain("guard.exe", File.ReadAllText(file), StringComparison.Ordinal);
    }
}
