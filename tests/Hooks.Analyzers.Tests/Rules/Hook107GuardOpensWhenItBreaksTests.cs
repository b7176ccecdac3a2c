namespace Hooks.Analyzers.Tests.Rules;

public class Hook107GuardOpensWhenItBreaksTests
{
    private const string Id = "HOOK107";

    [Fact]
    public Task AGuardThatCanCancel() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "@shell", OnFailure = [|HookFailurePolicy.Continue|])]
            internal static HookResult NoForcePush(ToolCallContext call) =>
                call.ToolName == "Bash" ? HookResult.Cancel("no") : HookResult.Continue;
        }
        """,
        "The hook 'NoForcePush' can answer Cancel at BeforeToolCall, but lets everything through when it fails; remove OnFailure = Continue, so that a failure denies");

    [Fact]
    public Task AGuardThatCanOnlyAsk() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeTurn, OnFailure = [|(HookFailurePolicy)2|])]
            internal static ValueTask<HookResult> Check(TurnContext turn) => new(HookResult.Ask("sure?"));
        }
        """,
        "The hook 'Check' can answer Ask at BeforeTurn, but lets everything through when it fails; remove OnFailure = Continue, so that a failure denies");

    [Theory]
    [InlineData("static async Task<HookResult> Check(ToolCallContext call) { await Task.Yield(); if (call.ToolName is null) return HookResult.Ask(\"?\"); return HookResult.Cancel(\"no\"); }")]
    [InlineData("static HookResult Check(ToolCallContext call) { return Judge(); HookResult Judge() => HookResult.Cancel(call.ToolName); }")]
    [InlineData("static HookResult Check(ToolCallContext call) { Func<string, HookResult> deny = HookResult.Cancel; return deny(\"no\"); }")]
    [InlineData("HookResult Check(ToolCallContext call) { try { return HookResult.Continue; } catch (InvalidOperationException) { return HookResult.Cancel(\"no\"); } }")]
    public Task DenialsOfOtherShapes(string method) => Expect.FindAsync(
        Id,
        $$"""class Guards { [Hook(HookPoint.BeforeToolCall, OnFailure = [|HookFailurePolicy.Continue|])] internal {{method}} }""");

    [Fact]
    public Task WithAStaticUsing() => Expect.FindAsync(
        Id,
        """
        using static Hooks.HookResult;
        static class Guards { [Hook(HookPoint.ToolResultReady, OnFailure = [|HookFailurePolicy.Continue|])] internal static HookResult Check(ToolCallContext call) => Cancel("no"); }
        """);

    [Fact]
    public Task OnlyAtThePointsThatAFailureOpens() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, OnFailure = [|HookFailurePolicy.Continue|])]
            [Hook(HookPoint.ToolError, OnFailure = HookFailurePolicy.Continue)]
            [Hook(HookPoint.ToolResultReady, OnFailure = HookFailurePolicy.Block)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel("no");
        }
        """);

    [Fact]
    public Task WhenTheBodyIsInAnotherFile() => OfPartsAsync("HookResult.Cancel(\"no\")", 1);

    [Fact]
    public Task WhenTheBodyInAnotherFileNeverDenies() => OfPartsAsync("HookResult.Modified", 0);

    [Theory]
    [InlineData("ToolError", "ToolCallContext")]
    [InlineData("BeforeAgentStop", "AgentContext")]
    [InlineData("BeforeCompaction", "CompactionContext")]
    public Task WhereAFailureMeansContinueAnyway(string point, string context) => Expect.NothingAsync(
        Id,
        $$"""static class Guards { [Hook(HookPoint.{{point}}, OnFailure = HookFailurePolicy.Continue)] internal static HookResult Check({{context}} context) => HookResult.Cancel("no"); }""");

    [Fact]
    public Task WhereSomeoneIsAskedNext() => Expect.NothingAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.PermissionRequest, OnFailure = HookFailurePolicy.Continue)]
            internal static HookResult Policy(PermissionContext permission) =>
                permission.ToolName == "Bash" ? HookResult.Cancel("no") : HookResult.Allow("reads only");
        }
        """);

    [Theory]
    [InlineData("HookResult.Modified")]
    [InlineData("HookResult.Replace(nameof(HookResult.Cancel))")]
    [InlineData("HookResult.Retry(\"slow\")")]
    [InlineData("Policy.Judge(call)")]
    [InlineData("Policy.Cancel()")]
    public Task WhatNeverDeniesItself(string result) => Expect.NothingAsync(
        Id,
        $$"""
        static class Policy
        {
            internal static HookResult Judge(ToolCallContext call) => HookResult.Cancel("no");
            internal static HookResult Cancel() => default;
        }

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, OnFailure = HookFailurePolicy.Continue)]
            internal static HookResult Check(ToolCallContext call) => {{result}};
        }
        """);

    [Theory]
    [InlineData("")]
    [InlineData(", OnFailure = HookFailurePolicy.Default")]
    [InlineData(", OnFailure = HookFailurePolicy.Block")]
    [InlineData(", OnFailure = HookFailurePolicy.Throw")]
    public Task OtherPolicies(string policy) => Expect.NothingAsync(
        Id,
        $$"""static class Guards { [Hook(HookPoint.BeforeToolCall{{policy}})] internal static HookResult Check(ToolCallContext call) => HookResult.Cancel("no"); }""");

    [Fact]
    public Task AHookThatOnlyObserves() => Expect.NothingAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.BeforeToolCall, OnFailure = HookFailurePolicy.Continue)]
            internal static void Count(ToolCallContext call) => Console.WriteLine(HookResult.Cancel("no").Reason + call.ToolName);
        }
        """);

    [Fact]
    public Task ACustomPointThatSaysWhatAFailureMeans() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy", Blocking = true)] sealed class DeployContext : CustomHookContext;
        [HookPoint("hint", Blocking = true, OnFailure = HookFailurePolicy.Continue)] sealed class HintContext : CustomHookContext;
        static class Guards
        {
            [Hook<DeployContext>(OnFailure = [|HookFailurePolicy.Continue|])]
            [Hook<HintContext>(OnFailure = HookFailurePolicy.Continue)]
            internal static HookResult Check(CustomHookContext context) => HookResult.Cancel("no");
        }
        """);

    [Fact]
    public Task FixLeavesTheFailureToThePoint() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, OnFailure = HookFailurePolicy.Continue, Tools = "Bash")]
            [Hook(HookPoint.ToolResultReady, OnFailure = HookFailurePolicy.Continue)] // kept
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel("no");
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "Bash")]
            [Hook(HookPoint.ToolResultReady)] // kept
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel("no");
        }
        """);

    [Theory]
    [InlineData("{ var denied = HookResult.Cancel(\"no\"); Console.WriteLine(denied); return HookResult.Continue; }")]
    [InlineData("{ Console.WriteLine(HookResult.Ask(\"?\").Reason); return call.ToolName == \"Bash\" ? HookResult.Modified : HookResult.Continue; }")]
    public Task DenialThatIsNotReturned(string body) => Expect.NothingAsync(Id, Open(body));

    [Theory]
    [InlineData("{ try { return Judge(call) ? HookResult.Cancel(\"a\") : HookResult.Continue; } catch (Exception) { return HookResult.Cancel(\"b\"); } }")]
    [InlineData("{ try { return Judge(call) ? HookResult.Cancel(\"a\") : HookResult.Continue; } catch { return HookResult.Cancel(\"b\"); } }")]
    [InlineData("{ var answer = HookResult.Continue; try { if (Judge(call)) answer = HookResult.Cancel(\"a\"); } catch (FormatException) { answer = HookResult.Cancel(\"b\"); } catch (Exception) { answer = HookResult.Cancel(\"c\"); } return answer; }")]
    public Task HookThatAnswersForItsFailures(string body) => Expect.NothingAsync(Id, Open(body));

    [Theory]
    [InlineData("{ try { return Judge(call) ? HookResult.Cancel(\"a\") : HookResult.Continue; } catch (FormatException) { return HookResult.Cancel(\"b\"); } }")]
    [InlineData("{ try { return Judge(call) ? HookResult.Cancel(\"a\") : HookResult.Continue; } catch (Exception e) when (e.Message.Length > 1) { return HookResult.Cancel(\"b\"); } }")]
    [InlineData("{ try { return Judge(call) ? HookResult.Cancel(\"a\") : HookResult.Continue; } catch (Exception) { Console.WriteLine(); throw; } }")]
    [InlineData("{ var isDenied = Judge(call); try { return isDenied ? HookResult.Cancel(\"a\") : HookResult.Continue; } catch (Exception) { return HookResult.Cancel(\"b\"); } }")]
    [InlineData("{ if (Judge(call)) return HookResult.Cancel(\"a\"); try { return HookResult.Continue; } catch (Exception) { return HookResult.Cancel(\"b\"); } }")]
    public Task FailuresThatAreLeft(string body) => Expect.FindAsync(Id, Open(body).Replace("HookFailurePolicy.Continue", "[|HookFailurePolicy.Continue|]"));

    private static string Open(string body) =>
        $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, OnFailure = HookFailurePolicy.Continue)]
            internal static HookResult Check(ToolCallContext call) {{body}}

            private static bool Judge(ToolCallContext call) => int.Parse(call.ToolName) > 1;
        }
        """;

    private static async Task OfPartsAsync(string result, int count)
    {
        var project = HookCompilation.Library(
            "static partial class Guards { [Hook(HookPoint.BeforeToolCall, OnFailure = HookFailurePolicy.Continue)] internal static partial HookResult Check(ToolCallContext call); }",
            $$"""static partial class Guards { internal static partial HookResult Check(ToolCallContext call) => {{result}}; }""");
        Assert.Equal(count, (await Expect.OfAsync(Id, project)).Length);
    }
}
