namespace Hooks.Analyzers.Tests.Fixes;

public class Fix001ReturnTypeTests
{
    private const string Id = "HOOK001";

    [Fact]
    public Task TrueIsContinue() => Fix.AppliesAsync(
        Id,
        """
        static class Guards
        {
            // Deletes are refused.
            [Hook(HookPoint.BeforeToolCall)]
            internal static /* yes or no */ bool Allow(ToolCallContext call) // for all tools
            {
                if (call.ToolName == "rm")
                    return false; // never
                return call.ToolName.Length > 2 && !call.ToolName.StartsWith("rm");
            }
        }
        """,
        """
        static class Guards
        {
            // Deletes are refused.
            [Hook(HookPoint.BeforeToolCall)]
            internal static /* yes or no */ HookResult Allow(ToolCallContext call) // for all tools
            {
                if (call.ToolName == "rm")
                    return HookResult.Cancel("denied by Allow"); // never
                return call.ToolName.Length > 2 && !call.ToolName.StartsWith("rm") ? HookResult.Continue : HookResult.Cancel("denied by Allow");
            }
        }
        """,
        "Return HookResult: true is Continue");

    [Fact]
    public Task TrueIsCancel() => Fix.AppliesAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static bool Block(ToolCallContext call) => call.ToolName switch
            {
                "rm" => true, // never
                "ls" => false,
                "cp" => call.SessionId is null ? throw new InvalidOperationException() : false,
                _ => call.ToolName.Contains('*'),
            };
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Block(ToolCallContext call) => call.ToolName switch
            {
                "rm" => HookResult.Cancel("denied by Block"), // never
                "ls" => HookResult.Continue,
                "cp" => call.SessionId is null ? throw new InvalidOperationException() : HookResult.Continue,
                _ => call.ToolName.Contains('*') ? HookResult.Cancel("denied by Block") : HookResult.Continue,
            };
        }
        """,
        "Return HookResult: true is Cancel");

    [Theory]
    [InlineData(
        "async Task<bool> A(ToolCallContext call) => await IsAllowedAsync(call);",
        "async Task<HookResult> A(ToolCallContext call) => await IsAllowedAsync(call) ? HookResult.Continue : HookResult.Cancel(\"denied by A\");")]
    [InlineData(
        "Task<bool> A(ToolCallContext call) => Task.FromResult<bool>(call.ToolName != \"rm\");",
        "Task<HookResult> A(ToolCallContext call) => Task.FromResult(call.ToolName != \"rm\" ? HookResult.Continue : HookResult.Cancel(\"denied by A\"));")]
    [InlineData(
        "Task<bool> A(ToolCallContext call) { if (call.ToolName == \"ls\") return Task.FromResult(true); return IsAllowedAsync(call); }",
        "async Task<HookResult> A(ToolCallContext call) { if (call.ToolName == \"ls\") return HookResult.Continue; return await IsAllowedAsync(call) ? HookResult.Continue : HookResult.Cancel(\"denied by A\"); }")]
    [InlineData(
        "ValueTask<bool> A(ToolCallContext call) => new(call.ToolName != \"rm\");",
        "ValueTask<HookResult> A(ToolCallContext call) => new(call.ToolName != \"rm\" ? HookResult.Continue : HookResult.Cancel(\"denied by A\"));")]
    [InlineData(
        "ValueTask<bool> A(ToolCallContext call) => new ValueTask<bool>(call.ToolName != \"rm\");",
        "ValueTask<HookResult> A(ToolCallContext call) => new ValueTask<HookResult>(call.ToolName != \"rm\" ? HookResult.Continue : HookResult.Cancel(\"denied by A\"));")]
    public Task TasksStaySo(string before, string after) => Fix.AppliesAsync(Id, WithHelper(before), WithHelper(after), "true is Continue");

    // One method may say what is allowed, and the next what is dangerous.
    [Fact]
    public async Task MeaningOfTrueHoldsForOneMethod()
    {
        var keys = await Fix.KeysAsync(
            Id,
            """
            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)] internal static bool IsAllowed(ToolCallContext call) => call.ToolName != "rm";
                [Hook(HookPoint.BeforeToolCall)] internal static bool IsDangerous(ToolCallContext call) => call.ToolName == "rm";
            }
            """);
        Assert.Equal(2, keys.Count);
        Assert.Equal(["HOOK001 Return void "], keys[0].Intersect(keys[1]));
    }

    [Fact]
    public Task TextIsTheReason() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static string? A(ToolCallContext call) => call.ToolName == "rm" ? "never" : null;

            [Hook(HookPoint.BeforeToolCall)]
            internal static string? B(ToolCallContext call)
            {
                var reason = Find(call);
                return reason;
            }

            private static string? Find(ToolCallContext call) => null;
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult A(ToolCallContext call) => call.ToolName == "rm" ? HookResult.Cancel("never") : HookResult.Continue;

            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult B(ToolCallContext call)
            {
                var reason = Find(call);
                return reason is { } reason1 ? HookResult.Cancel(reason1) : HookResult.Continue;
            }

            private static string? Find(ToolCallContext call) => null;
        }
        """,
        "a text is the reason");

    [Fact]
    public Task NullableVerdictAndChangedContext() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult? A(ToolCallContext call)
            {
                if (call.ToolName == "rm")
                    return HookResult.Cancel("no");
                if (call.ToolName == "ls")
                    return Find(call);
                return null;
            }

            [Hook(HookPoint.BeforeToolCall)]
            internal static ToolCallContext B(ToolCallContext call)
            {
                call.AddContext("seen");
                return call;
            }

            [Hook(HookPoint.BeforeToolCall)]
            internal static object C(ToolCallContext call) => HookResult.Cancel("no");

            private static HookResult? Find(ToolCallContext call) => null;
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult A(ToolCallContext call)
            {
                if (call.ToolName == "rm")
                    return HookResult.Cancel("no");
                if (call.ToolName == "ls")
                    return Find(call) ?? HookResult.Continue;
                return HookResult.Continue;
            }

            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult B(ToolCallContext call)
            {
                call.AddContext("seen");
                return HookResult.Modified;
            }

            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult C(ToolCallContext call) => HookResult.Cancel("no");

            private static HookResult? Find(ToolCallContext call) => null;
        }
        """,
        "Return HookResult");

    [Fact]
    public Task NothingIsReturnedWhereHooksOnlyObserve() => Fix.AppliesToAllAsync(
        Id,
        """
        class Audit
        {
            private int _count;

            [Hook(HookPoint.AfterToolCall)]
            internal int A(ToolCallContext call) => _count++;

            [Hook(HookPoint.AfterToolCall)]
            internal bool B(ToolCallContext call)
            {
                _count++;
                return true;
            }
        }
        """,
        """
        class Audit
        {
            private int _count;

            [Hook(HookPoint.AfterToolCall)]
            internal void A(ToolCallContext call) => _count++;

            [Hook(HookPoint.AfterToolCall)]
            internal void B(ToolCallContext call)
            {
                _count++;
            }
        }
        """,
        "Return void");

    [Fact]
    public Task NamesAreWrittenInFullWhereTheyHaveTo() => Fix.AppliesAsync(
        Id,
        """
        namespace Acme
        {
            struct HookResult;

            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static bool Check(ToolCallContext call) => call.ToolName == "ls" ? true : throw new InvalidOperationException();
            }
        }
        """,
        """
        namespace Acme
        {
            struct HookResult;

            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static Hooks.HookResult Check(ToolCallContext call) => call.ToolName == "ls" ? Hooks.HookResult.Continue : throw new InvalidOperationException();
            }
        }
        """);

    [Fact]
    public Task BothPartsOfAMethod() => Fix.AppliesAsync(
        Id,
        """
        static partial class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static partial bool Check(ToolCallContext call);

            internal static partial bool Check(ToolCallContext call) => call.ToolName != "rm";
        }
        """,
        """
        static partial class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static partial HookResult Check(ToolCallContext call);

            internal static partial HookResult Check(ToolCallContext call) => call.ToolName != "rm" ? HookResult.Continue : HookResult.Cancel("denied by Check");
        }
        """);

    [Theory]
    [InlineData("internal static bool A(ToolCallContext call) => true;", "Return HookResult: true is Continue, false is Cancel|Return HookResult: true is Cancel, false is Continue|Return void")]
    [InlineData("internal static Task<int> A(ToolCallContext call) => Task.FromResult(1);", "Return Task")]
    [InlineData("internal static string? A(ToolCallContext call) => null;", "Return HookResult: a text is the reason to cancel|Return void")]
    [InlineData("internal static int A(ToolCallContext call) => 1;", "Return void")]
    [InlineData("internal static bool? A(ToolCallContext call) => true;", "Return void")]
    [InlineData("internal static object A(ToolCallContext call) => false;", "Return void")]
    [InlineData("internal static object A(ToolCallContext call) => \"no\";", "Return void")]
    [InlineData("internal static ToolCallContext A(ToolCallContext call) => new() { ToolName = \"ls\" };", "Return void")]
    [InlineData("internal static ToolCallContext? A(ToolCallContext call) => call.ToolName == \"rm\" ? null : call;", "Return void")]
    [InlineData("internal static object? A(ToolCallContext call) => call.ToolName == \"rm\" ? null : HookResult.Continue;", "Return void")]
    [InlineData("internal static IEnumerable<HookResult> A(ToolCallContext call) { yield return HookResult.Continue; }", "")]
    [InlineData("internal static async IAsyncEnumerable<HookResult> A(ToolCallContext call) { await Task.Yield(); yield return HookResult.Continue; }", "")]
    [InlineData("static int _count; internal static ref int A(ToolCallContext call) => ref _count;", "")]
    public async Task OnlyWhatTheValuesSayIsOffered(string member, string titles) => Assert.Equal(
        titles.Split('|', StringSplitOptions.RemoveEmptyEntries),
        await Fix.TitlesAsync(Id, $"static class Guards {{ [Hook(HookPoint.BeforeToolCall)] {member.Replace("static int _count; ", "")} {(member.Contains("_count") ? "static int _count;" : "")} }}"));

    [Fact]
    public async Task NothingIsOfferedWhereOthersRelyOnTheType() => Assert.Empty(await Fix.TitlesAsync(Id, """
        interface IGuard { bool Check(ToolCallContext call); }
        class Guards : IGuard { [Hook(HookPoint.BeforeToolCall)] public bool Check(ToolCallContext call) => true; }
        """));

    private static string WithHelper(string hook) =>
        $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static {{hook}}

            private static Task<bool> IsAllowedAsync(ToolCallContext call) => Task.FromResult(true);
        }
        """;
}
