namespace Hooks.Analyzers.Tests.Rules;

public class Hook013ResultNotAllowedTests
{
    private const string Id = "HOOK013";

    [Fact]
    public Task AResultThatThePointForbidsIsFound() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.ToolValidation)]
            internal static HookResult Check(ToolCallContext call)
            {
                if (call.ToolName == "search")
                    return [|HookResult.Fork|]([new("a", call.Arguments), new("b", call.Arguments)]);
                return HookResult.Cancel("no");
            }
        }
        """,
        "The hook 'Check' answers Fork, which ToolValidation does not allow, so that the hook would fail; allowed there: Continue, Skipped, Modified, Cancel");

    [Theory]
    [InlineData("ToolValidation", "ToolCallContext", "Ask()")]
    [InlineData("BeforeToolCall", "ToolCallContext", "Allow()")]
    [InlineData("ToolResultReady", "ToolCallContext", "Redirect(\"other\")")]
    [InlineData("PermissionRequest", "PermissionContext", "Replace(1)")]
    [InlineData("BeforeTurn", "TurnContext", "Retry()")]
    [InlineData("BeforeCompaction", "CompactionContext", "Cache(TimeSpan.FromMinutes(1))")]
    public Task EveryPointHasItsOwnSet(string point, string context, string answer) => Expect.FindAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.{{point}})]
            internal static HookResult Check({{context}} context) => [|HookResult.{{answer[..answer.IndexOf('(')]}}|]{{answer[answer.IndexOf('(')..]}};
        }
        """);

    [Theory]
    [InlineData("BeforeToolCall", "ToolCallContext", "Ask()")]
    [InlineData("BeforeToolCall", "ToolCallContext", "Cache(TimeSpan.FromMinutes(1))")]
    [InlineData("ToolResultReady", "ToolCallContext", "Replace(\"[removed]\")")]
    [InlineData("PermissionRequest", "PermissionContext", "Allow()")]
    [InlineData("BeforeAgentStop", "AgentContext", "Retry(\"run the tests\")")]
    [InlineData("BeforeEventEmit", "EventContext", "Skipped")]
    public Task WhatThePointAllowsIsFine(string point, string context, string answer) => Expect.NothingAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.{{point}})]
            internal static HookResult Check({{context}} context) => HookResult.{{answer}};
        }
        """);

    [Theory]
    [InlineData("static HookResult", "call.IsReadOnly ? HookResult.Continue : [|HookResult.Ask|]()")]
    [InlineData("static HookResult", "call.ToolName switch { \"rm\" => HookResult.Cancel(\"no\"), \"mv\" => call.IsReadOnly ? [|HookResult.Ask|](\"sure?\") : HookResult.Skipped, _ => throw new InvalidOperationException() }")]
    [InlineData("static HookResult", "Judge(call) ?? [|HookResult.Ask|]()")]
    [InlineData("static HookResult", "(call.IsReadOnly ? [|HookResult.Ask|]() : default(HookResult?)) ?? HookResult.Continue")]
    [InlineData("static HookResult", "call.Arguments is { Count: > 3 } many && many.ContainsKey(\"x\") ? [|HookResult.Ask|]() : HookResult.Continue")]
    [InlineData("static ValueTask<HookResult>", "new ValueTask<HookResult>([|HookResult.Ask|]())")]
    [InlineData("static ValueTask<HookResult>", "new([|HookResult.Ask|]())")]
    [InlineData("static ValueTask<HookResult>", "new(Task.FromResult([|HookResult.Ask|]()))")]
    [InlineData("static ValueTask<HookResult>", "ValueTask.FromResult(call.IsReadOnly ? HookResult.Continue : [|HookResult.Ask|]())")]
    [InlineData("static Task<HookResult>", "Task.FromResult([|HookResult.Ask|]())")]
    [InlineData("static Task<HookResult>", "new ValueTask<HookResult>([|HookResult.Ask|]()).AsTask()")]
    [InlineData("static async Task<HookResult>", "await Task.FromResult([|HookResult.Ask|]()).ConfigureAwait(false)")]
    [InlineData("static async ValueTask<HookResult>", "await Task.Run(() => call.IsReadOnly) ? [|HookResult.Ask|]() : HookResult.Continue")]
    public Task TheAnswerIsFoundWhereverItIsReturned(string returns, string value) => Expect.FindAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.ToolValidation)]
            internal {{returns}} Check(ToolCallContext call) => {{value}};

            private static HookResult? Judge(ToolCallContext call) => call.IsReadOnly ? HookResult.Continue : null;
        }
        """);

    [Theory]
    [InlineData("var answer = [|HookResult.Ask|](); return answer;")]
    [InlineData("HookResult answer; if (call.IsReadOnly) answer = HookResult.Continue; else answer = [|HookResult.Ask|](); return answer;")]
    [InlineData("HookResult answer; answer = call.IsReadOnly ? HookResult.Continue : [|HookResult.Ask|](); return answer;")]
    [InlineData("var answer = HookResult.Continue; foreach (var name in call.Arguments.Keys) { if (name == \"x\") { answer = [|HookResult.Ask|](); break; } } return answer;")]
    [InlineData("var answer = HookResult.Continue; try { answer = [|HookResult.Ask|](); } finally { Console.WriteLine(); } return answer;")]
    [InlineData("var first = [|HookResult.Ask|](); var second = first; return call.IsReadOnly ? second : HookResult.Continue;")]
    [InlineData("HookResult answer; return answer = [|HookResult.Ask|]();")]
    [InlineData("switch (call.ToolName) { case \"rm\": return [|HookResult.Ask|](); default: return HookResult.Continue; }")]
    [InlineData("try { return [|HookResult.Ask|](); } catch (Exception) when (call.IsReadOnly) { return HookResult.Continue; }")]
    [InlineData("return Decide(); HookResult Decide() => call.IsReadOnly ? HookResult.Continue : [|HookResult.Ask|]();")]
    [InlineData("return Decide(1); HookResult Decide<T>(T value) => value is null ? HookResult.Continue : [|HookResult.Ask|]();")]
    public Task TheAnswerIsFoundThroughLocals(string body) => Expect.FindAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.ToolValidation)]
            internal static HookResult Check(ToolCallContext call) { {{body}} }
        }
        """);

    [Theory]
    [InlineData("var question = HookResult.Ask(); Console.WriteLine(question); return HookResult.Continue;")]
    [InlineData("var answer = HookResult.Ask(); Console.WriteLine(answer); answer = HookResult.Cancel(\"no\"); return answer;")]
    [InlineData("Func<HookResult> later = () => HookResult.Ask(); Console.WriteLine(later()); return HookResult.Continue;")]
    [InlineData("Func<HookResult> later = () => { return HookResult.Ask(); }; return later().IsCancel ? HookResult.Cancel(\"no\") : HookResult.Continue;")]
    [InlineData("return Decide() == HookResult.Ask() ? HookResult.Cancel(\"no\") : HookResult.Continue; HookResult Decide() => HookResult.Ask();")]
    [InlineData("return Weaken(HookResult.Ask());")]
    [InlineData("HookResult answer = HookResult.Ask(); Decide(out answer); return answer;")]
    [InlineData("HookResult answer = HookResult.Ask(); (answer, var n) = (HookResult.Continue, 1); Console.WriteLine(n); return answer;")]
    [InlineData("var answer = HookResult.Ask(); try { Console.WriteLine(answer); } finally { answer = HookResult.Continue; } return answer;")]
    [InlineData("const bool strict = false; if (strict) return HookResult.Ask(); return HookResult.Continue;")]
    [InlineData("if (call.Items[\"answer\"] is HookResult answer) return answer; return HookResult.Continue;")]
    [InlineData("return Strict(); HookResult Strict() => call.IsReadOnly ? HookResult.Continue : Strict();")]
    [InlineData("var answer = HookResult.Continue; for (var i = 0; i < 3; i++) answer = Weaken(answer); return answer;")]
    public Task WhatIsNotReturnedIsFine(string body) => Expect.NothingAsync(
        Id,
        $$"""
        #pragma warning disable CS0162
        static class Guards
        {
            [Hook(HookPoint.ToolValidation)]
            internal static HookResult Check(ToolCallContext call) { {{body}} }

            private static HookResult Weaken(HookResult strong) => strong.IsCancel ? strong : HookResult.Continue;

            private static void Decide(out HookResult answer) => answer = HookResult.Continue;
        }
        """);

    [Fact]
    public Task NamesFromAUsingStaticAreFound() => Expect.FindAsync(
        Id,
        """
        using static Hooks.HookResult;
        using Answer = Hooks.HookResult;

        static class Guards
        {
            [Hook(HookPoint.ToolValidation)]
            internal static Answer Check(ToolCallContext call) => call.IsReadOnly ? Continue : call.IsIdempotent ? [|Ask|]("sure?") : [|Answer.Redirect|]("other");
        }
        """);

    [Fact]
    public Task EachOfSeveralPointsIsAsked() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.ToolValidation), Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) =>
                call.Arguments.TryGetString("command", out var command) && command.Contains("push") ? [|HookResult.Ask|](command) : HookResult.Continue;
        }
        """,
        "The hook 'Check' answers Ask, which ToolValidation does not allow, so that the hook would fail; allowed there: Continue, Skipped, Modified, Cancel");

    [Fact]
    public Task AHookThatTellsItsPointsApartIsTrusted() => Expect.NothingAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.PermissionRequest), Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Both(HookContext context) => context switch
            {
                PermissionContext => HookResult.Allow(),
                ToolCallContext { IsReadOnly: false } => HookResult.Redirect("other"),
                _ => HookResult.Continue,
            };

            [Hook(HookPoint.BeforeModelCall), Hook(HookPoint.AfterModelCall)]
            internal static HookResult Before(ModelCallContext call) => call.ResponseText is null ? HookResult.Ask() : HookResult.Retry();

            private static readonly HashSet<string> Seen = [];

            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.ToolResultReady)]
            internal static HookResult First(ToolCallContext call) => Seen.Add(call.CallId!) ? HookResult.Ask("first time") : HookResult.Continue;
        }

        sealed class Stages(List<string> stages)
        {
            private int _times;

            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.ToolResultReady)]
            internal HookResult Odd(ToolCallContext call) => _times++ % 2 == 0 ? HookResult.Ask() : HookResult.Retry();

            [Hook(HookPoint.ToolValidation), Hook(HookPoint.BeforeToolCall)]
            internal HookResult Later(ToolCallContext call) => stages.Contains("checked") ? HookResult.Ask() : HookResult.Continue;
        }
        """);

    [Fact]
    public Task WhatNoneOfItsPointsAllowsIsFoundNevertheless() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.ToolValidation), Hook(HookPoint.BeforeEventEmit)]
            internal static HookResult Both(HookContext context) => context is EventContext ? [|[|HookResult.Allow|]|]() : HookResult.Continue;
        }
        """);

    [Fact]
    public Task CustomPointsSayWhatTheyAllow() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy.before", Blocking = true, Allowed = HookResultKinds.Approval | HookResultKinds.Replace)]
        public sealed class DeployContext : CustomHookContext
        {
            public required string Target { get; init; }
        }

        static class Guards
        {
            [Hook<DeployContext>]
            internal static HookResult Check(DeployContext deploy) => deploy.Target switch
            {
                "test" => HookResult.Replace("nothing"),
                "stage" => HookResult.Ask(),
                _ => [|HookResult.Retry|](),
            };
        }
        """,
        "The hook 'Check' answers Retry, which deploy.before does not allow, so that the hook would fail; allowed there: Continue, Skipped, Modified, Cancel, Ask, Replace");
}
