namespace Hooks.Commands.Tests.Settings;

/// <summary>Which entries are ours.</summary>
public sealed class GuardProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-program-").FullName;

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_path_is_ours_and_one_to_the_same_file_and_one_where_nothing_is_any_more()
    {
        Directory.CreateDirectory(At("other"));
        File.WriteAllText(At("guard"), "");
        File.WriteAllText(At("other/guard"), "");
        Directory.CreateDirectory(At("linked"));
        File.CreateSymbolicLink(At("linked/guard"), At("guard"));
        var program = new GuardProgram(At("guard"), At(".claude/settings.json"));

        Assert.True(program.Is(At("guard")));
        Assert.True(program.Is(At("linked/guard")));
        Assert.True(program.Is(At("gone/guard")));
        Assert.True(program.Is("${CLAUDE_PROJECT_DIR}/guard"));
        Assert.True(program.Is("$CLAUDE_PROJECT_DIR/gone/guard.exe"));
        Assert.True(program.Is("./guard"));
        Assert.False(program.Is(At("other/guard")));
        Assert.False(program.Is("${CLAUDE_PROJECT_DIR}/other/guard"));
        Assert.False(program.Is(At("gone/warden")));
        Assert.False(program.Is("guard"));
        Assert.False(program.Is("$HOME/guard"));
    }

    [Fact]
    public void A_name_on_the_path_is_ours_if_it_is_the_same() => Assert.True(new GuardProgram("guard", At("s.json")).Is("guard"));

    [Fact]
    public void A_name_on_the_path_is_ours_if_it_leads_to_the_same_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.True(new GuardProgram("/bin/sh", At("s.json")).Is("sh"));
        Assert.True(new GuardProgram("sh", At("s.json")).Is("/bin/sh"));
        File.WriteAllText(At("sh"), "");
        Assert.False(new GuardProgram(At("sh"), At("s.json")).Is("sh"));
    }

    [Theory]
    [InlineData("""{"command": "/opt/guard", "args": ["--host", "claude", "--event", "Stop", "--deadline", "8000"]}""", "/opt/guard claude Stop 8000", true)]
    [InlineData("""{"exec": "/opt/guard", "args": ["--host", "copilot", "--event", "Stop"]}""", "/opt/guard copilot Stop ", true)]
    [InlineData("""{"command": "'/opt/my guard' --host codex --event Stop"}""", "/opt/my guard codex Stop ", true)]
    [InlineData("""{"bash": "/opt/guard --host copilot --event"}""", "/opt/guard copilot  ", true)]
    [InlineData("""{"command": "/opt/guard --host cursor --event stop || true"}""", "/opt/guard cursor stop ", false)]
    public void A_command_is_read_from_any_form(string entry, string expected, bool isPlain)
    {
        var command = GuardCommand.Of(SettingsText.Parse("f.json", entry).Root)!;
        Assert.Equal(expected, $"{command.Program} {command.Host} {command.Event} {command.Deadline}");
        Assert.Equal(isPlain, command.IsPlain);
    }

    [Theory]
    [InlineData("""{"type": "http", "url": "http://localhost"}""")]
    [InlineData("""{"command": ""}""")]
    [InlineData("""{"command": 3, "args": []}""")]
    public void What_starts_nothing_has_no_command(string entry) => Assert.Null(GuardCommand.Of(SettingsText.Parse("f.json", entry).Root));
}
