using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tools;

/// <summary>What <c>Tools</c> lets through, on both paths.</summary>
public sealed class MatcherTests
{
    public static TheoryData<string, string, bool> Cases() => new()
    {
        { "bash", "bash", true }, { "bash", "BASH", true }, { "bash", "bas", false }, { "bash", "bash2", false },
        { "bash|edit", "Edit", true }, { "bash | edit ", "edit", true }, { "bash|edit", "bash|edit", false },
        { "git_*", "git_", true }, { "git_*", "GIT_push", true }, { "git_*", "git", false }, { "git_*", "agit_push", false },
        { "*_file", "read_FILE", true }, { "*_file", "read_files", false }, { "*shell*", "run_shell_command", true }, { "*shell*", "bash", false },
        { "?ead", "Read", true }, { "?ead", "ead", false }, { "?ead", "bread", false }, { "a?c*e", "abcde", true }, { "a*b*c", "aXbYbc", true }, { "a*b*c", "acb", false },
        { "*", "anything", true }, { "**", "", true }, { "?", "", false }, { "bash", "", false }, { "*|bash", "x", true },
        { "git_*|*_push", "do_push", true }, { "git_*|*_push", "gitpush", false }, { "git_*|git_*", "git_x", true },
        { "@shell", "Bash", true }, { "@shell", "powershell", true }, { "@SHELL", "run_shell_command", true }, { "@shell", "Read", false },
        { "@read", "read_file", true }, { "@edit", "apply_patch", true }, { "@search", "Grep", true }, { "@fetch", "web_fetch", true }, { "@task", "Agent", true },
        { "@shell|@read|mcp__*", "mcp__x__y", true }, { "@shell|@read", "Edit", false },
        { "context.ToolName", "context.ToolName", true }, { "context.ToolName", "bash", false }, { "context.ToolName|x", "context.toolname", true },
        { "a\"b", "a\"b", true }, { "a\\b", "a\\b", true }, { "ärger", "ÄRGER", true }, { "[a-z]", "b", false }, { ".*", "x", false }, { ".*", ".x", true },
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_pattern_matches_the_same_on_every_entry(string tools, string tool, bool matches)
    {
        var program = HookProgram.Of(new HookSpec("a") { Tools = tools }, new HookSpec("b") { Tools = tools, Shape = Shape.Void });
        foreach (var path in Enum.GetValues<HookExecutionPath>())
        {
            var dispatcher = program.CreateDispatcher(path);
            var context = new ToolCallContext { ToolName = tool };
            var script = new HookScript();
            script.PutInto(context);
            Assert.True(dispatcher.BeforeToolCallAsync(context).IsCompletedSuccessfully);
            dispatcher.BeforeToolCall(context);
            Assert.Equal(matches ? ["a", "b", "a", "b"] : [], script.Ran);
        }
    }

    [Theory]
    [InlineData("@nobody")]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("@nobody|@noone")]
    public void A_pattern_that_nothing_matches_compiles_and_never_runs(string tools) => A_pattern_matches_the_same_on_every_entry(tools, "bash", matches: false);

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Groups_of_the_assembly_widen_the_built_in_ones_and_add_new_ones(HookExecutionPath path)
    {
        var program = HookProgram.FromSource("""
            using Hooks.Dispatch.Tests.Scripting;
            [assembly: ToolGroup("@shell", "execute_command", "term_*")]
            [assembly: ToolGroup("@Deploy", "ship")]
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, Tools = "@shell")] public static void Shell(ToolCallContext call) => Scripted.Void(call, "shell");
                [Hook(HookPoint.BeforeToolCall, Tools = "@deploy")] public static void Ship(ToolCallContext call) => Scripted.Void(call, "ship");
            }
            """, SpecSource.Table);
        await using var dispatcher = program.CreateDispatcher(path);
        foreach (var (tool, hook) in new[] { ("Execute_Command", "shell"), ("TERM_run", "shell"), ("bash", "shell"), ("ship", "ship"), ("Read", null) })
        {
            var context = new ToolCallContext { ToolName = tool };
            var script = new HookScript();
            script.PutInto(context);
            await dispatcher.BeforeToolCallAsync(context);
            Assert.Equal(hook, script.Ran.SingleOrDefault());
        }
    }
}
