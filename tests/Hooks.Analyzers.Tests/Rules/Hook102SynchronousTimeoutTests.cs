namespace Hooks.Analyzers.Tests.Rules;

public class Hook102SynchronousTimeoutTests
{
    private const string Id = "HOOK102";

    [Fact]
    public Task ATimeoutThatNeverApplies() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, TimeoutMilliseconds = [|500|])]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName);
        }
        """,
        "The timeout of the hook 'Check' never applies, because nothing can interrupt a synchronous hook; return ValueTask<HookResult>, or remove TimeoutMilliseconds");

    [Theory]
    [InlineData("")]
    [InlineData(", Background = true")]
    public Task WithoutAVerdictAndInTheBackgroundToo(string more) => Expect.FindAsync(
        Id,
        $$"""
        static class Log
        {
            private const int Second = 1000;
            [Hook(HookPoint.AfterToolCall, TimeoutMilliseconds = [|2 * Second|]{{more}})] internal static void Write(ToolCallContext call, CancellationToken token) { }
        }
        """,
        "The timeout of the hook 'Write' never applies, because nothing can interrupt a synchronous hook; return Task, or remove TimeoutMilliseconds");

    [Fact]
    public Task AtACustomPoint() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy.done")] sealed class DeployedContext : CustomHookContext;
        static class Log { [Hook<DeployedContext>(TimeoutMilliseconds = [|500|])] internal static void Write(DeployedContext deployed) { } }
        """);

    [Theory]
    [InlineData("TimeoutMilliseconds = 500", "Task<HookResult>", "=> Task.FromResult(HookResult.Continue);")]
    [InlineData("TimeoutMilliseconds = 500", "ValueTask", "=> default;")]
    [InlineData("TimeoutMilliseconds = 0", "void", "{ }")]
    [InlineData("TimeoutMilliseconds = -1", "void", "{ }")]
    [InlineData("Retries = 3", "void", "{ }")]
    public Task AsynchronousHooksAndNoTimeout(string setting, string type, string body) => Expect.NothingAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.BeforeToolCall, {setting})] internal static {type} Check(ToolCallContext call, CancellationToken token) {body} }}");

    [Theory]
    [InlineData("async void")]
    [InlineData("int")]
    public Task AMethodThatHasToReturnSomethingElse(string type) => Expect.NothingAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.BeforeToolCall, TimeoutMilliseconds = 500)] internal static {type} Check(ToolCallContext call) {{ {(type == "int" ? "return 1;" : "await Task.Yield();")} }} }}");

    [Fact]
    public Task FixRemovesTheTimeout() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Log
        {
            [Hook(HookPoint.AfterToolCall, TimeoutMilliseconds = 500, Retries = 1)] // kept
            [Hook(HookPoint.SessionEnd, TimeoutMilliseconds = 500)]
            internal static void Write(HookContext context) { }
        }
        """,
        """
        static class Log
        {
            [Hook(HookPoint.AfterToolCall, Retries = 1)] // kept
            [Hook(HookPoint.SessionEnd)]
            internal static void Write(HookContext context) { }
        }
        """);
}
