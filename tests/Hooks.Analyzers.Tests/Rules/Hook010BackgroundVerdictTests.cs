using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook010BackgroundVerdictTests
{
    private const string Id = "HOOK010";

    [Fact]
    public Task AVerdictThatNobodyWouldWaitFor() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Background = [|true|])]
            internal static HookResult Check(ToolCallContext call) => call.IsReadOnly ? HookResult.Continue : HookResult.Cancel("no");
        }
        """,
        "The hook 'Check' has Background = true but returns a verdict, so that it is waited for nevertheless; remove Background, or return void");

    [Theory]
    [InlineData("Task<HookResult>", "Task")]
    [InlineData("ValueTask<HookResult>", "ValueTask")]
    public Task InATask(string type, string other) => Expect.FindAsync(
        Id,
        $$"""
        [HookPoint("deploy.before", Blocking = true)] sealed class DeployContext : CustomHookContext;
        static class Guards
        {
            private const bool Later = true;
            [Hook<DeployContext>(Background = [|Later|])] internal static async {{type}} Check(DeployContext deploy) { await Task.Yield(); return HookResult.Cancel("no"); }
        }
        """,
        $"The hook 'Check' has Background = true but returns a verdict, so that it is waited for nevertheless; remove Background, or return {other}");

    [Theory]
    [InlineData("Background = true", "void", "{ }")]
    [InlineData("Background = true", "Task", "=> Task.CompletedTask;")]
    [InlineData("Background = true", "ValueTask", "=> default;")]
    [InlineData("Background = false", "HookResult", "=> HookResult.Continue;")]
    [InlineData("Priority = 1", "HookResult", "=> HookResult.Continue;")]
    public Task HooksWithoutAVerdictOrInTheForeground(string setting, string type, string body) => Expect.NothingAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.BeforeToolCall, {setting})] internal static {type} Check(ToolCallContext call) {body} }}");

    [Fact]
    public async Task WhereHooksOnlyObserveTheVerdictIsTheMistake()
    {
        const string Source = "static class Log { [Hook(HookPoint.AfterToolCall, Background = true)] internal static HookResult Write(ToolCallContext call) => HookResult.Continue; }";

        await Expect.NothingAsync(Id, Source);
        Assert.NotEmpty(await Expect.OfAsync("HOOK003", HookCompilation.Library(Source)));
    }

    [Fact]
    public async Task TheHookStaysInTheTableSoThatItCanBeSilenced()
    {
        var found = Assert.Single(await Expect.OfAsync(Id, HookCompilation.Library(
            "static class Guards { [Hook(HookPoint.BeforeToolCall, Background = true)] internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName); }")));

        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, found.Descriptor.CustomTags);
        await Expect.NothingAsync(Id, """
            #pragma warning disable HOOK010
            static class Guards { [Hook(HookPoint.BeforeToolCall, Background = true)] internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName); }
            """);
    }

    [Fact]
    public Task FixLetsItBeWaitedFor() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Background = true, Retries = 1)] // kept
            [Hook(HookPoint.ToolValidation, Background = true)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName);
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Retries = 1)] // kept
            [Hook(HookPoint.ToolValidation)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName);
        }
        """,
        "Remove Background");

    [Fact]
    public Task FixDropsAVerdictThatSaysNothing() => Fix.AppliesAsync(
        Id,
        """
        static class Log
        {
            [Hook(HookPoint.BeforeToolCall, Background = true)]
            internal static HookResult Write(ToolCallContext call)
            {
                if (call.IsReadOnly)
                    return HookResult.Continue;
                Console.WriteLine(call.ToolName);
                return HookResult.Continue;
            }
        }
        """,
        """
        static class Log
        {
            [Hook(HookPoint.BeforeToolCall, Background = true)]
            internal static void Write(ToolCallContext call)
            {
                if (call.IsReadOnly)
                    return;
                Console.WriteLine(call.ToolName);
            }
        }
        """,
        "Return void");

    [Fact]
    public Task FixKeepsTheTask() => Fix.AppliesAsync(
        Id,
        """
        static class Log
        {
            [Hook(HookPoint.BeforeToolCall, Background = true)]
            internal static async Task<HookResult> Write(ToolCallContext call)
            {
                await Console.Out.WriteLineAsync(call.ToolName);
                return HookResult.Continue;
            }
        }
        """,
        """
        static class Log
        {
            [Hook(HookPoint.BeforeToolCall, Background = true)]
            internal static async Task Write(ToolCallContext call)
            {
                await Console.Out.WriteLineAsync(call.ToolName);
            }
        }
        """,
        "Return Task");

    [Theory]
    [InlineData("ValueTask<HookResult>", "ValueTask", "new(HookResult.Continue)", "ValueTask.CompletedTask")]
    [InlineData("Task<HookResult>", "Task", "Task.FromResult(HookResult.Continue)", "Task.CompletedTask")]
    public Task FixKeepsATaskThatIsDone(string type, string without, string answer, string done) => Fix.AppliesAsync(
        Id,
        $"static class Log {{ [Hook(HookPoint.BeforeToolCall, Background = true)] internal static {type} Write(ToolCallContext call) {{ Console.WriteLine(); return {answer}; }} }}",
        $"static class Log {{ [Hook(HookPoint.BeforeToolCall, Background = true)] internal static {without} Write(ToolCallContext call) {{ Console.WriteLine(); return {done}; }} }}",
        $"Return {without}");

    [Theory]
    [InlineData("=> HookResult.Cancel(call.ToolName);")]
    [InlineData("=> call.IsReadOnly ? HookResult.Continue : HookResult.Modified;")]
    [InlineData("=> Other(call); private static HookResult Other(ToolCallContext call) => HookResult.Continue;")]
    [InlineData("=> HookResult.Continue; internal static bool May(ToolCallContext call) => Check(call).IsContinue;")]
    public async Task OnlyRemovalIsOfferedWhereTheVerdictMayBeNeeded(string body) => Assert.Equal(
        ["Remove Background"],
        await Fix.TitlesAsync(Id, $"static class Guards {{ [Hook(HookPoint.BeforeToolCall, Background = true)] internal static HookResult Check(ToolCallContext call) {body} }}"));
}
