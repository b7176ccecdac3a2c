namespace Hooks.Analyzers.Tests.Rules;

public class Hook005AsyncVoidTests
{
    private const string Id = "HOOK005";

    [Fact]
    public Task AsyncVoidIsFoundAtTheReturnType() => Expect.FindAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static async [|void|] Log(ToolCallContext call) => await Task.Yield();
        }
        """,
        "The hook 'Log' is async void, so that nobody can wait for it and an exception ends the process; return Task or ValueTask");

    [Fact]
    public Task OneMethodIsFoundOnceForAllItsPoints() => Expect.FindAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall), Hook(HookPoint.SessionEnd)]
            internal static async [|void|] Log(HookContext context) => await Task.Yield();
        }
        """);

    [Fact]
    public Task TheAsyncPartMayBeElsewhere() => Expect.FindAsync(
        Id,
        """
        static partial class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static partial [|void|] Log(ToolCallContext call);

            internal static async partial void Log(ToolCallContext call) => await Task.Yield();

            internal static partial void Count(ToolCallContext call);

            [Hook(HookPoint.AfterToolCall)]
            internal static async partial [|void|] Count(ToolCallContext call) => await Task.Yield();
        }
        """);

    [Fact]
    public Task LocalFunctionsToo() => Expect.FindAsync(
        Id,
        """
        class Setup
        {
            void Add()
            {
                [Hook(HookPoint.AfterToolCall)] static async [|void|] Log(ToolCallContext call) => await Task.Yield();
                Log(null!);
            }
        }
        """);

    [Fact]
    public Task OtherAsyncMethodsAreFine() => Expect.NothingAsync(
        Id,
        """
        class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            public async Task Log(ToolCallContext call)
            {
                Action later = async () => await Task.Yield();
                await Task.Run(later);
                Flush();
            }

            private async void Flush() => await Task.Yield();
        }
        """);

    [Fact]
    public Task SynchronousVoidIsFine() => Expect.NothingAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static void Log(ToolCallContext call) => Console.WriteLine(call.ToolName);
        }
        """);

    [Fact]
    public Task FixReturnsTask() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static async /* why */ void Log(ToolCallContext call) => await Task.Yield(); // kept

            [Hook(HookPoint.SessionEnd)]
            internal static async void End(SessionContext session) => await Task.Yield();
        }
        """,
        """
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static async /* why */ Task Log(ToolCallContext call) => await Task.Yield(); // kept

            [Hook(HookPoint.SessionEnd)]
            internal static async Task End(SessionContext session) => await Task.Yield();
        }
        """);

    [Fact]
    public Task FixNamesTaskInFullWithoutAUsing() => Fix.AppliesAsync(
        Id,
        """
        namespace Acme
        {
            static class Task { }

            static class Audit
            {
                [Hook(HookPoint.AfterToolCall)]
                internal static async void Log(ToolCallContext call) => await System.Threading.Tasks.Task.Yield();
            }
        }
        """,
        """
        namespace Acme
        {
            static class Task { }

            static class Audit
            {
                [Hook(HookPoint.AfterToolCall)]
                internal static async System.Threading.Tasks.Task Log(ToolCallContext call) => await System.Threading.Tasks.Task.Yield();
            }
        }
        """);

    [Fact]
    public Task FixChangesBothParts() => Fix.AppliesAsync(
        Id,
        """
        static partial class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static partial void Log(ToolCallContext call);
        }

        partial class Audit
        {
            internal static async partial void Log(ToolCallContext call) => await Task.Yield();
        }
        """,
        """
        static partial class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static partial Task Log(ToolCallContext call);
        }

        partial class Audit
        {
            internal static async partial Task Log(ToolCallContext call) => await Task.Yield();
        }
        """);

    [Theory]
    [InlineData("class Base { public virtual void Log(ToolCallContext call) { } } class Audit : Base { [Hook(HookPoint.AfterToolCall)] public override async void Log(ToolCallContext call) => await Task.Yield(); }")]
    [InlineData("interface ILog { void Log(ToolCallContext call); } class Audit : ILog { [Hook(HookPoint.AfterToolCall)] public async void Log(ToolCallContext call) => await Task.Yield(); }")]
    [InlineData("class Audit { [Hook(HookPoint.AfterToolCall)] public virtual async void Log(ToolCallContext call) => await Task.Yield(); }")]
    [InlineData("class Audit { void Add() { [Hook(HookPoint.AfterToolCall)] static async void Log(ToolCallContext call) => await Task.Yield(); Log(null!); } }")]
    public async Task FixIsNotOfferedWhereOthersRelyOnTheType(string source) => Assert.Empty(await Fix.TitlesAsync(Id, source));
}
