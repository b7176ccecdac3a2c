namespace Hooks.Analyzers.Tests.Fixes;

public class Fix003VerdictAtObserveOnlyPointTests
{
    private const string Id = "HOOK003";

    [Fact]
    public Task BlockingPointInstead() => Fix.AppliesAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.AfterToolCall /* each */, Priority = 3)] // kept
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel("no");
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.ToolResultReady /* each */, Priority = 3)] // kept
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel("no");
        }
        """,
        "Hook ToolResultReady");

    [Fact]
    public Task AllPointsAtOnce() => Fix.AppliesToAllAsync(
        Id,
        """
        using static Hooks.HookPoint;

        static class Guards
        {
            [Hook(Hooks.HookPoint.AfterToolCall)]
            internal static HookResult Check(ToolCallContext call) => call.ToolName == "rm" ? HookResult.Cancel("no") : HookResult.Continue;

            [Hook(AfterToolCall)]
            internal static Task<HookResult> CheckAsync(HookContext context) => Task.FromResult(context.SessionId is null ? HookResult.Skipped : HookResult.Continue);
        }
        """,
        """
        using static Hooks.HookPoint;

        static class Guards
        {
            [Hook(Hooks.HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) => call.ToolName == "rm" ? HookResult.Cancel("no") : HookResult.Continue;

            [Hook(BeforeToolCall)]
            internal static Task<HookResult> CheckAsync(HookContext context) => Task.FromResult(context.SessionId is null ? HookResult.Skipped : HookResult.Continue);
        }
        """,
        "Hook BeforeToolCall");

    [Fact]
    public Task Void() => Fix.AppliesToAllAsync(
        Id,
        """
        class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal HookResult A(ToolCallContext call) =>
                HookResult.Continue;

            [Hook(HookPoint.AfterToolCall)]
            internal HookResult B(ToolCallContext call)
            {
                if (call.ToolName == "rm")
                    return HookResult.Cancel($"no {call.ToolName}"); // why
                foreach (var c in call.ToolName)
                {
                    if (c == '*')
                        return Log(call);
                }

                switch (call.ToolName)
                {
                    case "ls":
                        return HookResult.Skipped;
                    case "cd":
                        // once
                        return Log(call); // again
                }

                Func<int> inner = () => { return 1; };
                inner();
                return HookResult.Continue;
            }

            [Hook(HookPoint.AfterToolCall)]
            internal HookResult C(ToolCallContext call) => Log(call);

            [Hook(HookPoint.AfterToolCall)]
            internal HookResult D(ToolCallContext call) => Log(call).IsCancel ? HookResult.Cancel("no") : HookResult.Continue;

            [Hook(HookPoint.AfterToolCall)]
            internal HookResult G(ToolCallContext call) // never
                => HookResult.Continue;

            [Hook(HookPoint.AfterToolCall)]
            internal HookResult E(ToolCallContext call)
            {
                Log(call);
                return Log(call);
            }

            [Hook(HookPoint.AfterToolCall)]
            internal HookResult F(ToolCallContext call)
            {
                Log(call);
                // nothing more
                return default;
            }

            private HookResult Log(ToolCallContext call) => HookResult.Continue;
        }
        """,
        """
        class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal void A(ToolCallContext call) { }

            [Hook(HookPoint.AfterToolCall)]
            internal void B(ToolCallContext call)
            {
                if (call.ToolName == "rm")
                    return; // why
                foreach (var c in call.ToolName)
                {
                    if (c == '*')
                    {
                        Log(call);
                        return;
                    }
                }

                switch (call.ToolName)
                {
                    case "ls":
                        return;
                    case "cd":
                        // once
                        Log(call);
                        return; // again
                }

                Func<int> inner = () => { return 1; };
                inner();
            }

            [Hook(HookPoint.AfterToolCall)]
            internal void C(ToolCallContext call) => Log(call);

            [Hook(HookPoint.AfterToolCall)]
            internal void D(ToolCallContext call) => _ = Log(call).IsCancel ? HookResult.Cancel("no") : HookResult.Continue;

            [Hook(HookPoint.AfterToolCall)]
            internal void G(ToolCallContext call) // never
                => _ = HookResult.Continue;

            [Hook(HookPoint.AfterToolCall)]
            internal void E(ToolCallContext call)
            {
                Log(call);
                Log(call);
            }

            [Hook(HookPoint.AfterToolCall)]
            internal void F(ToolCallContext call)
            {
                Log(call);
                // nothing more
                return;
            }

            private HookResult Log(ToolCallContext call) => HookResult.Continue;
        }
        """,
        "Return void");

    [Fact]
    public Task SeveralPointsOfOneMethod() => Fix.AppliesToAllAsync(
        Id,
        """
        static partial class Audit
        {
            [Hook(HookPoint.SessionEnd), Hook(HookPoint.SessionStart)]
            internal static partial HookResult A(SessionContext session);

            [Hook(HookPoint.SessionSave)]
            internal static partial HookResult A(SessionContext session)
            {
                Console.WriteLine(session.SessionId);
                return HookResult.Continue;
            }
        }
        """,
        """
        static partial class Audit
        {
            [Hook(HookPoint.SessionEnd), Hook(HookPoint.SessionStart)]
            internal static partial void A(SessionContext session);

            [Hook(HookPoint.SessionSave)]
            internal static partial void A(SessionContext session)
            {
                Console.WriteLine(session.SessionId);
            }
        }
        """);

    [Fact]
    public Task Tasks() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.SessionEnd)]
            internal static async Task<HookResult> A(SessionContext session)
            {
                await Task.Yield();
                return HookResult.Continue;
            }

            [Hook(HookPoint.SessionEnd)]
            internal static Task<HookResult> B(SessionContext session) => Task.FromResult(HookResult.Continue);

            [Hook(HookPoint.SessionEnd)]
            internal static Task<HookResult> C(SessionContext session) => A(session);

            [Hook(HookPoint.SessionEnd)]
            internal static async Task<HookResult> D(SessionContext session) => await A(session);

            internal static async Task<HookResult> A(HookContext context) { await Task.Yield(); return default; }
        }
        """,
        """
        static class Audit
        {
            [Hook(HookPoint.SessionEnd)]
            internal static async Task A(SessionContext session)
            {
                await Task.Yield();
            }

            [Hook(HookPoint.SessionEnd)]
            internal static Task B(SessionContext session) => Task.CompletedTask;

            [Hook(HookPoint.SessionEnd)]
            internal static Task C(SessionContext session) => A(session);

            [Hook(HookPoint.SessionEnd)]
            internal static async Task D(SessionContext session) => await A(session);

            internal static async Task<HookResult> A(HookContext context) { await Task.Yield(); return default; }
        }
        """,
        "Return Task");

    [Fact]
    public Task ValueTasks() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.SessionEnd)]
            internal static ValueTask<HookResult> A(SessionContext session) => new(HookResult.Continue);

            [Hook(HookPoint.SessionEnd)]
            internal static ValueTask<HookResult> B(SessionContext session)
            {
                if (session.SessionId is null)
                    return ValueTask.FromResult(HookResult.Continue);
                return LogAsync(session);
            }

            [Hook(HookPoint.SessionEnd)]
            internal static ValueTask<HookResult> C(SessionContext session) => LogAsync(session);

            private static ValueTask<HookResult> LogAsync(HookContext context) => default;
        }
        """,
        """
        static class Audit
        {
            [Hook(HookPoint.SessionEnd)]
            internal static ValueTask A(SessionContext session) => ValueTask.CompletedTask;

            [Hook(HookPoint.SessionEnd)]
            internal static async ValueTask B(SessionContext session)
            {
                if (session.SessionId is null)
                    return;
                await LogAsync(session);
            }

            [Hook(HookPoint.SessionEnd)]
            internal static async ValueTask C(SessionContext session) => await LogAsync(session);

            private static ValueTask<HookResult> LogAsync(HookContext context) => default;
        }
        """,
        "Return ValueTask");

    [Theory]
    [InlineData("[Hook(HookPoint.AfterToolCall)] internal static HookResult A(ToolCallContext call) => default;", "Hook BeforeToolCall instead|Hook ToolResultReady instead|Return void")]
    [InlineData("[Hook(HookPoint.SessionEnd)] internal static HookResult A(SessionContext session) => default;", "Return void")]
    [InlineData("[Hook(HookPoint.FileWrite)] internal static HookResult A(FileContext file) => default;", "Return void")]
    [InlineData("[Hook(HookPoint.AfterToolCall), Hook(HookPoint.BeforeToolCall)] internal static HookResult A(ToolCallContext call) => default;", "Hook ToolResultReady instead")]
    [InlineData("[Hook((HookPoint)37)] internal static HookResult A(ToolCallContext call) => default;", "Return void")]
    [InlineData("private const HookPoint Mine = HookPoint.AfterToolCall; [Hook(Mine)] internal static HookResult A(ToolCallContext call) => default;", "Return void")]
    public async Task OnlyWhatCanBeIsOffered(string members, string titles) =>
        Assert.Equal(titles.Split('|'), await Fix.TitlesAsync(Id, $"static class Guards {{ {members} }}"));
}
