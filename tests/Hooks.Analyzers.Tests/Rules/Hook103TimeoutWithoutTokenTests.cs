namespace Hooks.Analyzers.Tests.Rules;

public class Hook103TimeoutWithoutTokenTests
{
    private const string Id = "HOOK103";

    [Theory]
    [InlineData("async Task<HookResult>", "return HookResult.Continue;")]
    [InlineData("async ValueTask<HookResult>", "return HookResult.Continue;")]
    [InlineData("async Task", "")]
    [InlineData("async ValueTask", "")]
    public Task AHookThatIsNotToldThatItsTimeIsUp(string type, string end) => Expect.FindAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, TimeoutMilliseconds = [|500|])]
            internal static {{type}} Check(ToolCallContext call) { await Task.Yield(); {{end}} }
        }
        """,
        "The hook 'Check' takes no CancellationToken, so that it goes on running after its timeout; take one and pass it on, or remove TimeoutMilliseconds");

    [Fact]
    public Task InTheBackgroundAndAtACustomPointToo() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy.done")] sealed class DeployedContext : CustomHookContext;
        static class Log { [Hook<DeployedContext>(TimeoutMilliseconds = [|500|], Background = true)] internal static async Task Write(DeployedContext deployed) => await Task.Yield(); }
        """);

    [Theory]
    [InlineData("TimeoutMilliseconds = 500", "Task", "ToolCallContext call, CancellationToken token", "=> Task.Delay(1, token);")]
    [InlineData("TimeoutMilliseconds = 0", "Task", "ToolCallContext call", "=> Task.CompletedTask;")]
    [InlineData("TimeoutMilliseconds = -1", "Task", "ToolCallContext call", "=> Task.CompletedTask;")]
    [InlineData("Retries = 1", "Task", "ToolCallContext call", "=> Task.CompletedTask;")]
    [InlineData("TimeoutMilliseconds = 500", "void", "ToolCallContext call", "{ }")]
    [InlineData("TimeoutMilliseconds = 500", "Task", "string call", "=> Task.CompletedTask;")]
    [InlineData("TimeoutMilliseconds = 500", "Task<int>", "ToolCallContext call", "=> Task.FromResult(1);")]
    public Task OtherHooks(string setting, string type, string parameters, string body) => Expect.NothingAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.BeforeToolCall, {setting})] internal static {type} Check({parameters}) {body} }}");

    [Fact]
    public Task FixTakesAToken() => Fix.AppliesAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Name = nameof(Check), TimeoutMilliseconds = 500)]
            internal static async Task Check(ToolCallContext call) // kept
            {
                await Task.Yield();
            }
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Name = nameof(Check), TimeoutMilliseconds = 500)]
            internal static async Task Check(ToolCallContext call, CancellationToken cancellationToken) // kept
            {
                await Task.Yield();
            }
        }
        """,
        "Take a CancellationToken");

    [Fact]
    public Task FixForAllPointsAndBothParts() => Fix.AppliesToAllAsync(
        Id,
        """
        static partial class Guards
        {
            [Hook(HookPoint.BeforeToolCall, TimeoutMilliseconds = 500)]
            [Hook(HookPoint.AfterToolCall, TimeoutMilliseconds = 500)]
            internal static partial Task Check(ToolCallContext call);

            internal static partial async Task Check(ToolCallContext call) => await Task.Yield();

            [Hook(HookPoint.SessionEnd, TimeoutMilliseconds = 500)]
            internal static async Task End(
                SessionContext session)
            {
                await Task.Yield();
            }
        }
        """,
        """
        static partial class Guards
        {
            [Hook(HookPoint.BeforeToolCall, TimeoutMilliseconds = 500)]
            [Hook(HookPoint.AfterToolCall, TimeoutMilliseconds = 500)]
            internal static partial Task Check(ToolCallContext call, CancellationToken cancellationToken);

            internal static partial async Task Check(ToolCallContext call, CancellationToken cancellationToken) => await Task.Yield();

            [Hook(HookPoint.SessionEnd, TimeoutMilliseconds = 500)]
            internal static async Task End(
                SessionContext session, CancellationToken cancellationToken)
            {
                await Task.Yield();
            }
        }
        """);

    [Theory]
    [InlineData("static class Guards { $ internal static Task Again(ToolCallContext call) => Check(call); }")]
    [InlineData("static class Guards { $ internal static Func<ToolCallContext, Task> Kept => Check; }")]
    [InlineData("static class Guards { $ internal static Task Check(ToolCallContext call, CancellationToken token) => Task.Delay(1, token); }")]
    public async Task NoFixWhereSomethingElseNeedsTheMethodAsItIs(string source) => Assert.Empty(
        await Fix.TitlesAsync(Id, source.Replace("$", "[Hook(HookPoint.BeforeToolCall, TimeoutMilliseconds = 500)] internal static async Task Check(ToolCallContext call) => await Task.Yield();")));

    [Fact]
    public async Task NoFixOfAnImplementation() => Assert.Empty(await Fix.TitlesAsync(
        Id,
        """
        interface ICheck { Task Check(ToolCallContext call); }
        sealed class Guards : ICheck { [Hook(HookPoint.BeforeToolCall, TimeoutMilliseconds = 500)] public async Task Check(ToolCallContext call) => await Task.Yield(); }
        """));
}
