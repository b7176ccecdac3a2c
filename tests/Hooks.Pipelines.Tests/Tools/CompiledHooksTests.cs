namespace Hooks.Pipelines.Tests.Tools;

/// <summary>A program with generated hooks around a tool, compiled and run.</summary>
public sealed class CompiledHooksTests
{
    private const string Program = """
        using Acme.Agent;

        var dispatcher = GeneratedHooks.CreateDispatcher(new() { Pipeline = new() { Approver = new Terminal() } });
        foreach (var command in new[] { "ls", "rm -rf /", "deploy", "secret", "broken" })
        {
            var call = await dispatcher.InvokeToolAsync(new() { ToolName = "Bash", IsIdempotent = true, Arguments = { ["command"] = command } }, (call, token) => Shell.RunAsync(call));
            Console.WriteLine($"{command}: {call.Outcome} {call.Result} {call.ErrorMessage}");
        }

        internal static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "@shell")]
            public static HookResult Guard(ToolCallContext call) => call.Arguments.GetString("command") switch
            {
                "rm -rf /" => HookResult.Cancel("not everything"),
                "deploy" => HookResult.Ask("to production?"),
                "broken" => HookResult.Retry(maxAttempts: 1),
                _ => HookResult.Continue,
            };

            [Hook(HookPoint.ToolResultReady)]
            public static async ValueTask<HookResult> RedactAsync(ToolCallContext call)
            {
                await Task.Yield();
                return call.Result is string text && text.Contains("42") ? HookResult.Replace("(redacted)") : HookResult.Continue;
            }

            [Hook(HookPoint.AfterToolCall)]
            public static void Audit(ToolCallContext call) => Console.WriteLine($"audit {call.Attempt} {call.Outcome}");
        }

        internal static class Shell
        {
            public static async ValueTask<object?> RunAsync(ToolCallContext call)
            {
                await Task.Yield();
                return call.Arguments.GetString("command") switch
                {
                    "secret" => "the password is 42",
                    "broken" when call.Attempt == 1 => throw new InvalidOperationException("broken"),
                    var command => $"ran {command}",
                };
            }
        }

        internal sealed class Terminal : IHookApprover
        {
            public ValueTask<HookApproval> ApproveAsync(HookApprovalRequest request, CancellationToken cancellationToken) =>
                new(request.Reason == "to production?" ? HookApproval.Approve() : HookApproval.Deny());
        }
        """;

    [Fact]
    public void Every_answer_of_generated_hooks_happens()
    {
        using var program = HookCompilation.Program(Program).Compile().Load();
        Assert.Equal(
            """
            audit 1 Succeeded
            ls: Succeeded ran ls 
            audit 1 Denied
            rm -rf /: Denied  not everything
            audit 1 Succeeded
            deploy: Succeeded ran deploy 
            audit 1 Replaced
            secret: Replaced (redacted) 
            audit 2 Succeeded
            broken: Succeeded ran broken 

            """,
            program.RunMain());
    }
}
