using System.Text;

namespace Hooks.Commands.Tests.Invoking;

// Guards that hooks are told whose tool is called, wherever an agent says it, and that such a call too has arguments.
public class ServerToolTests
{
    [Theory]
    [InlineData("claude", "PreToolUse", "mcp__files__read", "", "files")]
    [InlineData("claude", "PermissionRequest", "mcp__files__read", "", "files")]
    [InlineData("codex", "PermissionRequest", "mcp__files__read", "", "files")]
    [InlineData("claude", "PermissionRequest", "Bash", "", null)]
    [InlineData("gemini", "BeforeTool", "mcp_files_read", "\"mcp_context\":{\"server_name\":\"files\"},", "files")]
    [InlineData("cursor", "preToolUse", "MCP:read", "", "unknown")]
    [InlineData("cursor", "beforeMCPExecution", "read", "\"mcp_server_name\":\"files\",", "files")]
    [InlineData("cursor", "beforeMCPExecution", "read", "", "unknown")]
    public async Task The_server_is_told(string host, string name, string tool, string others, string? server)
    {
        var seen = new List<string?>();
        var dispatcher = Verbs.Guards.At();
        dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, call => See(call.ServerName));
        dispatcher.Register<PermissionContext>(HookPoint.PermissionRequest, request => See(request.ServerName));

        await Command.RunAsync($"--host {host} --event {name}", Encoding.UTF8.GetBytes($$$"""{"hook_event_name":"{{{name}}}","tool_name":"{{{tool}}}",{{{others}}}"tool_input":{"path":"a"}}"""), dispatcher);

        Assert.Equal([server], seen);

        HookResult See(string? told)
        {
            seen.Add(told);
            return HookResult.Continue;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","tool_input":null""")]
    [InlineData(""","tool_input":"" """)]
    [InlineData(""","tool_input":"{\"path\":\"a\",\"path\":\"b\"}" """)]
    public async Task A_call_without_arguments_that_can_be_read_is_denied(string arguments)
    {
        var run = await Command.RunAsync("--host cursor --event beforeMCPExecution", $$"""{"hook_event_name":"beforeMCPExecution","tool_name":"read"{{arguments}}}""");

        Assert.Equal("deny", run.Json.GetProperty("permission").GetString());
    }
}
