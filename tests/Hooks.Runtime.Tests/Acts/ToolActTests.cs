using Hooks.Shared;

namespace Hooks.Runtime.Tests.Acts;

/// <summary>The same act, read from what each agent calls its tool and its arguments.</summary>
public sealed class ToolActTests
{
    [Theory]

    // Claude Code.
    [InlineData("Bash", """{"command":"git push","description":"Push","timeout":9000,"run_in_background":true}""", "run git push for 9000 &")]
    [InlineData("PowerShell", """{"command":"Get-Item ."}""", "run Get-Item .")]
    [InlineData("Monitor", """{"command":"tail -f log","description":"Errors","timeout_ms":60000}""", "run tail -f log for 60000")]
    [InlineData("Read", """{"file_path":"/a","offset":10,"limit":5}""", "read /a from 10 lines 5")]
    [InlineData("Write", """{"file_path":"C:\\a b","content":"x"}""", @"write C:\a b: x")]
    [InlineData("Edit", """{"file_path":"/a","old_string":"x","new_string":"","replace_all":true}""", "Edit /a [x>]")]
    [InlineData("MultiEdit", """{"file_path":"/a","edits":[{"old_string":"x","new_string":"y"},{"old_string":"","new_string":"z"}]}""", "Edit /a [x>y] [>z]")]
    [InlineData("NotebookEdit", """{"notebook_path":"/a.ipynb","cell_id":"1","new_source":"y"}""", "Edit /a.ipynb [>y]")]
    [InlineData("NotebookEdit", """{"notebook_path":"/a.ipynb","cell_id":"1","edit_mode":"delete","new_source":""}""", "Edit /a.ipynb [>]")]
    [InlineData("Glob", """{"pattern":"**/*.cs","path":"src"}""", "search Files **/*.cs in src")]
    [InlineData("Grep", """{"pattern":"needle","glob":"*.env","output_mode":"content","-i":true}""", "search Text needle of *.env")]
    [InlineData("LS", """{"path":"/a"}""", "search Directory - in /a")]
    [InlineData("WebFetch", """{"url":"https://a.example","prompt":"sum"}""", "fetch https://a.example: sum")]
    [InlineData("WebSearch", """{"query":"q","allowed_domains":["a"]}""", "search the web for q")]
    [InlineData("Agent", """{"prompt":"look","description":"d","subagent_type":"Explore"}""", "let Explore look")]

    // Codex.
    [InlineData("Bash", """{"command":["bash","-lc","git push"],"workdir":"/w","timeout_ms":10}""", "run git push in /w for 10")]
    [InlineData("exec_command", """{"cmd":"ls","workdir":"/w"}""", "run ls in /w")]
    [InlineData("shell_command", """{"command":"ls"}""", "run ls")]
    [InlineData("local_shell", """{"command":["git","push"],"working_directory":"/w","timeout_ms":10}""", "run git push in /w for 10")]
    [InlineData("write_stdin", """{"session_id":1,"chars":"git push\n","yield_time_ms":250}""", "run git push\n")]
    [InlineData("view_image", """{"path":"/a.png"}""", "read /a.png")]
    [InlineData("spawn_agent", """{"task_name":"t","message":"look","agent_type":"explorer"}""", "let explorer look")]
    [InlineData("apply_patch", """{"command":"*** Begin Patch\n*** Delete File: a\n*** End Patch"}""", "Delete a")]

    // Gemini CLI.
    [InlineData("run_shell_command", """{"command":"ls","dir_path":"src","is_background":true}""", "run ls in src &")]
    [InlineData("run_shell_command", """{"command":"ls","directory":"src"}""", "run ls in src")]
    [InlineData("invoke_agent", """{"agent_name":"codebase_investigator","prompt":"look"}""", "let codebase_investigator look")]
    [InlineData("read_file", """{"absolute_path":"/a","offset":0,"limit":3}""", "read /a from 0 lines 3")]
    [InlineData("read_file", """{"file_path":"/a","start_line":3,"end_line":7}""", "read /a from 3 lines 5")]
    [InlineData("read_many_files", """{"include":["a","src/**"],"recursive":true}""", "read a, src/**")]
    [InlineData("write_file", """{"file_path":"/a","content":""}""", "write /a: ")]
    [InlineData("replace", """{"file_path":"/a","instruction":"i","old_string":"x","new_string":"y"}""", "Edit /a [x>y]")]
    [InlineData("glob", """{"pattern":"*","dir_path":"/a"}""", "search Files * in /a")]
    [InlineData("search_file_content", """{"pattern":"p","path":"/a","include":"*.cs"}""", "search Text p in /a of *.cs")]
    [InlineData("grep_search", """{"pattern":"p","include_pattern":"*.cs"}""", "search Text p of *.cs")]
    [InlineData("list_directory", """{"dir_path":"/a"}""", "search Directory - in /a")]
    [InlineData("web_fetch", """{"prompt":"sum up https://a.example"}""", "fetch -: sum up https://a.example")]
    [InlineData("web_fetch", """{"url":"https://a.example","prompt":null}""", "fetch https://a.example: -")]
    [InlineData("google_web_search", """{"query":"q"}""", "search the web for q")]

    // Copilot CLI, in both dialects; the one with Claude's names has them for tools that take other arguments.
    [InlineData("bash", """{"command":"ls","description":"d","mode":"async","sessionId":"1"}""", "run ls &")]
    [InlineData("powershell", """{"command":"ls","mode":"sync"}""", "run ls")]
    [InlineData("write_bash", """{"sessionId":"1","input":"git push{enter}"}""", "run git push{enter}")]
    [InlineData("view", """{"path":"/a","view_range":[3,7]}""", "read /a from 3 lines 5")]
    [InlineData("view", """{"path":"/a","view_range":[3,-1]}""", "read /a from 3")]
    [InlineData("create", """{"path":"/a","file_text":"x"}""", "create /a: x")]
    [InlineData("edit", """{"path":"/a","old_str":"x","new_str":"y"}""", "Edit /a [x>y]")]
    [InlineData("Edit", """{"path":"/a","old_str":"x","new_str":"y"}""", "Edit /a [x>y]")]
    [InlineData("Edit", """{"input":"*** Begin Patch\n*** Add File: a\n+x\n*** End Patch"}""", "Create a: x\n")]
    [InlineData("Edit", """{"command":"insert","path":"/a","insert_line":3,"new_str":"y"}""", "Edit /a [>y]")]
    [InlineData("str_replace_editor", """{"command":"view","path":"/a"}""", "read /a")]
    [InlineData("str_replace_editor", """{"command":"create","path":"/a","file_text":"x"}""", "create /a: x")]
    [InlineData("str_replace_editor", """{"command":"str_replace","path":"/a","old_str":"x","new_str":"y"}""", "Edit /a [x>y]")]
    [InlineData("str_replace_editor", """{"command":"insert","path":"/a","insert_line":1,"insert_text":"y"}""", "Edit /a [>y]")]
    [InlineData("rg", """{"pattern":"p","path":"/a","glob":"*.cs"}""", "search Text p in /a of *.cs")]
    [InlineData("rg", """{"pattern":"p","paths":["/a","/b"],"glob":"*.cs"}""", "search Text p in /a, /b of *.cs")]
    [InlineData("glob", """{"pattern":"**/*","paths":["C:\\Repo"],"head_limit":100}""", @"search Files **/* in C:\Repo")]
    [InlineData("grep", """{"pattern":"p","paths":"/a"}""", "search Text p in /a")]
    [InlineData("web_fetch", """{"url":"https://a.example"}""", "fetch https://a.example: -")]
    [InlineData("web_search", """{"query":"q"}""", "search the web for q")]
    [InlineData("task", """{"agent_type":"explore","prompt":"look","description":"d"}""", "let explore look")]

    // Cursor.
    [InlineData("Shell", """{"command":"echo probe","cwd":"","timeout":30000}""", "run echo probe for 30000")]
    [InlineData("Shell", """{"command":"ls","cwd":"/w"}""", "run ls in /w")]
    [InlineData("Shell", """{"command":"ls","working_directory":"/w"}""", "run ls in /w")]
    [InlineData("Read", """{"path":"/a"}""", "read /a")]
    [InlineData("Write", """{"path":"/a","contents":"x"}""", "write /a: x")]
    [InlineData("Write", """{"file_path":"/a","edits":[{"old_string":"x","new_string":"y"}]}""", "Edit /a [x>y]")]
    [InlineData("Delete", """{"path":"/a"}""", "Delete /a")]
    [InlineData("WriteShellStdin", """{"session_id":"1","chars":"git push"}""", "run git push")]
    [InlineData("Grep", """{"pattern":"p","path":"/a"}""", "search Text p in /a")]
    [InlineData("Task", """{"prompt":"look","subagent_type":"generalPurpose"}""", "let generalPurpose look")]
    public void An_act_is_the_same_whatever_the_agent_calls_it(string tool, string arguments, string act)
    {
        Assert.Equal(act, Calls.Describe(Calls.Of(tool, arguments).GetAct()));
        Assert.Equal(Calls.Of(tool, arguments).GetAct(), Calls.Of(tool, arguments).GetAct());
        Assert.Equal(act, Calls.Describe(new PermissionContext { ToolName = tool, Arguments = HookArguments.Parse(arguments) }.GetAct()));
    }

    [Fact]
    public void Every_tool_of_the_table_has_a_row_here()
    {
        var rows = typeof(ToolActTests).GetMethod(nameof(An_act_is_the_same_whatever_the_agent_calls_it))!.GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[0].Value!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Empty(AgentTools.All.Select(tool => tool.Name).Except(rows.Append("write_powershell").Append("grep").Append("ls"), StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("mcp__files__Bash", null)]
    [InlineData("MCP:Shell", null)]
    [InlineData("Bash", "files")]
    [InlineData("Bash", "")]
    [InlineData("AskUserQuestion", null)]
    [InlineData("Bash ", null)]
    [InlineData("", null)]
    public void A_servers_tool_and_one_that_nobody_knows_are_no_act(string tool, string? server)
    {
        var arguments = HookArguments.Parse("""{"command":"ls"}""");

        Assert.Null(new ToolCallContext { ToolName = tool, ServerName = server, Arguments = arguments }.GetAct());
        Assert.Null(new PermissionContext { ToolName = tool, ServerName = server, Arguments = arguments }.GetAct());
    }

    [Fact]
    public void An_act_is_asked_for_by_its_type()
    {
        var call = Calls.Of("Write", """{"file_path":"/a","content":"x"}""");

        Assert.True(call.TryGetAct<WriteAct>(out var write));
        Assert.Equal((ToolActKind.Write, "/a"), (write.Kind, write.Path));
        Assert.True(call.TryGetAct<FileChangeAct>(out var change));
        Assert.Equal(new FileChange(FileOperation.Write, "/a") { Content = "x" }, Assert.Single(change.Changes));
        Assert.False(call.TryGetAct<ShellAct>(out var shell));
        Assert.Null(shell);
        Assert.True(new PermissionContext { ToolName = "Bash", Arguments = new() { ["command"] = "ls" } }.TryGetAct<ShellAct>(out _));
    }

    [Fact]
    public void An_act_is_read_from_the_arguments_as_they_stand()
    {
        var call = Calls.Of("Bash", """{"command":"git push --force"}""");
        call.Arguments["command"] = "git push";

        Assert.Equal("run git push", Calls.Describe(call.GetAct()));
    }

    [Theory]
    [InlineData("""["git","push","--force"]""", "git push --force")]
    [InlineData("""["rm","a b","it's",""]""", @"rm 'a b' 'it'\''s' ''")]
    [InlineData("""["/bin/bash","-c","git push"]""", "git push")]
    [InlineData("""["/tmp/bash","-c","git push"]""", "/tmp/bash -c 'git push'")]
    [InlineData("""["bash","-c","git push","x"]""", "bash -c 'git push' x")]
    [InlineData("""["bash","-c"," "]""", "bash -c ' '")]
    [InlineData("""["python3","-c","x;y"]""", "python3 -c 'x;y'")]
    public void A_program_with_its_arguments_is_a_command_line(string arguments, string command)
    {
        Assert.True(Calls.Of("Bash", $$"""{"command":{{arguments}}}""").TryGetAct<ShellAct>(out var shell));

        Assert.Equal(command, shell.Command);
        Assert.Equal(HookArguments.Parse($$"""{"a":{{arguments}}}""").TryGetStrings("a", out var given) ? given : [], shell.Arguments!);
    }
}
