using System.Text;

namespace Hooks.Commands.Tests.Invoking;

// Guards that people are warned where hooks do not hear of all files, and only there.
public class FilesToldTests
{
    [Theory]
    [InlineData("Grep", """{"pattern":"x","paths":["/a"]}""", false)]
    [InlineData("Bash", "{}", false)]
    [InlineData("Write", """{"file_path":"/a"}""", true)]
    [InlineData("Read", "{}", true)]
    public async Task A_call_of_a_file_tool_that_cannot_be_read_is_told(string tool, string arguments, bool isTold)
    {
        var dispatcher = Verbs.Guards.At();
        dispatcher.Observe<FileContext>(HookPoint.FileChanged, _ => { });

        var run = await Command.RunAsync(
            "--host claude --event PostToolUse",
            Encoding.UTF8.GetBytes($$"""{"hook_event_name":"PostToolUse","tool_name":"{{tool}}","tool_input":{{arguments}},"tool_response":"x"}"""),
            dispatcher);

        Assert.Equal(isTold, run.Error.Contains($"hooks are not told all that the call of '{tool}' does to files", StringComparison.Ordinal));
    }
}
