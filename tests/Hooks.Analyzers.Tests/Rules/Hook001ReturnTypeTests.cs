namespace Hooks.Analyzers.Tests.Rules;

public class Hook001ReturnTypeTests
{
    private const string Id = "HOOK001";

    [Fact]
    public Task WrongTypeIsFoundWhereItStands() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static [|bool|] Allow(ToolCallContext call) => call.ToolName != "rm";
        }
        """,
        "The hook 'Allow' returns 'bool', which no hook may return; return HookResult to give a verdict, or void");

    [Theory]
    [InlineData("Task<bool>", "Task<bool>", "Task<HookResult> to give a verdict, or Task")]
    [InlineData("ValueTask<bool>", "ValueTask<bool>", "ValueTask<HookResult> to give a verdict, or ValueTask")]
    [InlineData("HookResult?", "HookResult?", "HookResult to give a verdict, or void")]
    [InlineData("Task<HookResult?>", "Task<HookResult?>", "Task<HookResult> to give a verdict, or Task")]
    [InlineData("Task<Task<HookResult>>", "Task<Task<HookResult>>", "Task<HookResult> to give a verdict, or Task")]
    [InlineData("IAsyncEnumerable<HookResult>", "IAsyncEnumerable<HookResult>", "Task<HookResult> to give a verdict, or Task")]
    [InlineData("string?", "string?", "HookResult to give a verdict, or void")]
    [InlineData("object", "object", "HookResult to give a verdict, or void")]
    [InlineData("dynamic", "dynamic", "HookResult to give a verdict, or void")]
    [InlineData("HookResult[]", "HookResult[]", "HookResult to give a verdict, or void")]
    [InlineData("(bool Stop, string Why)", "(bool Stop, string Why)", "HookResult to give a verdict, or void")]
    [InlineData("ToolCallContext", "ToolCallContext", "HookResult to give a verdict, or void")]
    [InlineData("HookResultKind", "HookResultKind", "HookResult to give a verdict, or void")]
    [InlineData("ref HookResult", "ref HookResult", "HookResult to give a verdict, or void")]
    [InlineData("ref readonly HookResult", "ref readonly HookResult", "HookResult to give a verdict, or void")]
    [InlineData("Acme.HookResult", "Acme.HookResult", "HookResult to give a verdict, or void")]
    [InlineData("Acme.Task", "Acme.Task", "Task<HookResult> to give a verdict, or Task")]
    public Task NearestTypesAreNamed(string type, string shown, string nearest) => Expect.FindAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            public static [|{{type}}|] Check(ToolCallContext call) => throw new InvalidOperationException();
        }

        namespace Acme
        {
            public struct HookResult;
            public class Task;
        }
        """,
        $"The hook 'Check' returns '{shown}', which no hook may return; return {nearest}");

    [Fact]
    public Task AtAnObserveOnlyPointThereIsNothingToReturn() => Expect.FindAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.SessionEnd)]
            internal static async [|Task<int>|] Flush(SessionContext session) { await Task.Yield(); return 1; }
        }
        """,
        "The hook 'Flush' returns 'Task<int>', which no hook may return; return Task, because hooks at SessionEnd only observe");

    [Fact]
    public Task OneMethodIsFoundOnceForAllItsPoints() => Expect.FindAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.SessionEnd)]
            [Hook(HookPoint.BeforeTurn)]
            internal static [|int|] Count(HookContext context) => 1;
        }
        """,
        "The hook 'Count' returns 'int', which no hook may return; return void, because hooks at SessionEnd only observe");

    [Fact]
    public Task OneMethodIsFoundOnceForBothItsParts() => Expect.FindAsync(
        Id,
        """
        static partial class Audit
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static partial [|int|] Count(HookContext context);

            [Hook(HookPoint.SessionEnd)]
            internal static partial int Count(HookContext context) => 1;
        }
        """,
        "The hook 'Count' returns 'int', which no hook may return; return void, because hooks at SessionEnd only observe");

    [Fact]
    public Task LocalFunctionsAndLambdasToo() => Expect.FindAsync(
        Id,
        """
        class Setup
        {
            void Add()
            {
                [Hook(HookPoint.BeforeToolCall)] static [|bool|] Allow(ToolCallContext call) => true;
                _ = Allow(null!);
                var other = [Hook(HookPoint.BeforeToolCall)] [|bool|] (ToolCallContext call) => true;
                _ = other;
                var third = [[|Hook(HookPoint.BeforeToolCall)|]] (ToolCallContext call) => true;
                _ = third;
            }
        }
        """);

    [Fact]
    public Task CustomPointsToo() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy.after")] public sealed class DeployContext : CustomHookContext;
        static class Audit
        {
            [Hook<DeployContext>] internal static [|string|] Say(DeployContext deploy) => "done";
        }
        """,
        "The hook 'Say' returns 'string', which no hook may return; return void, because hooks at deploy.after only observe");

    [Fact]
    public Task AllowedTypesAreFine() => Expect.NothingAsync(
        Id,
        """
        using Answer = Hooks.HookResult;

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)] internal static void A(ToolCallContext call) { }
            [Hook(HookPoint.BeforeToolCall)] internal static Task B(ToolCallContext call) => Task.CompletedTask;
            [Hook(HookPoint.BeforeToolCall)] internal static ValueTask C(ToolCallContext call) => default;
            [Hook(HookPoint.BeforeToolCall)] internal static HookResult D(ToolCallContext call) => HookResult.Continue;
            [Hook(HookPoint.BeforeToolCall)] internal static Task<HookResult> E(ToolCallContext call) => Task.FromResult(HookResult.Continue);
            [Hook(HookPoint.BeforeToolCall)] internal static ValueTask<HookResult> F(ToolCallContext call) => new(HookResult.Continue);
            [Hook(HookPoint.BeforeToolCall)] internal static Answer G(ToolCallContext call) => Answer.Continue;
            [Hook(HookPoint.AfterToolCall)] internal static async System.Threading.Tasks.ValueTask H(ToolCallContext call) => await Task.Yield();
            internal static bool NoHook(ToolCallContext call) => true;
        }
        """);

    [Fact]
    public Task AccessorsHaveNoReturnTypeOfTheirOwn() => Expect.NothingAsync(
        Id,
        """
        class Guards
        {
            public bool On { [Hook(HookPoint.BeforeToolCall)] get => true; }
            [Hook(HookPoint.BeforeToolCall)] public static Guards operator +(Guards a, Guards b) => a;
        }
        """);

    [Fact]
    public async Task WhatTheCompilerDoesNotKnowIsItsOwnError()
    {
        var project = HookCompilation.Library("""
            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)] internal static HokResult A(ToolCallContext call) => throw new Exception();
                [Hook(HookPoint.BeforeToolCall)] internal static Task<HokResult> B(ToolCallContext call) => throw new Exception();
            }
            """);

        Assert.DoesNotContain(await Analysis.RunAsync(project, allowErrors: true), diagnostic => diagnostic.Id == Id);
    }
}
