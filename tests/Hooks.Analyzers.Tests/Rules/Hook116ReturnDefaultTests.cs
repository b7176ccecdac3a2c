namespace Hooks.Analyzers.Tests.Rules;

public class Hook116ReturnDefaultTests
{
    private const string Id = "HOOK116";

    [Fact]
    public Task DefaultIsFound() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call)
            {
                if (call.ToolName == "rm")
                    return HookResult.Cancel("no");
                return [|default|];
            }
        }
        """,
        "The hook 'Check' returns 'default', which means Continue; say HookResult.Continue");

    [Fact]
    public Task ANullTaskIsAFailure() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static Task<HookResult> Check(ToolCallContext call) => call.IsReadOnly ? [|null|]! : Task.FromResult(HookResult.Continue);
        }
        """,
        "The hook 'Check' returns 'null', which is no task, so that the hook fails; say what is meant, as in Task.FromResult(HookResult.Cancel(\"...\"))");

    [Fact]
    public Task ADefaultValueTaskIsContinue() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static ValueTask<HookResult> Check(ToolCallContext call) => [|default|];
        }
        """,
        "The hook 'Check' returns 'default', which means Continue; say ValueTask.FromResult(HookResult.Continue)");

    [Theory]
    [InlineData("static HookResult", "[|default|]")]
    [InlineData("static HookResult", "[|default(HookResult)|]")]
    [InlineData("static HookResult", "[|new HookResult()|]")]
    [InlineData("static HookResult", "[|new()|]")]
    [InlineData("static HookResult", "call.IsReadOnly ? HookResult.Cancel(\"no\") : [|default|]")]
    [InlineData("static HookResult", "call.ToolName switch { \"rm\" => HookResult.Cancel(\"no\"), \"mv\" => call.IsReadOnly ? [|new()|] : HookResult.Ask(), _ => [|default|] }")]
    [InlineData("static HookResult", "Judge(call) ?? [|default|]")]
    [InlineData("static async Task<HookResult>", "await Task.Run(() => true) ? [|default|] : HookResult.Cancel(\"no\")")]
    [InlineData("static async ValueTask<HookResult>", "await Task.FromResult([|default(HookResult)|])")]
    [InlineData("static ValueTask<HookResult>", "ValueTask.FromResult([|default(HookResult)|])")]
    [InlineData("static ValueTask<HookResult>", "new ValueTask<HookResult>([|default(HookResult)|])")]
    [InlineData("static ValueTask<HookResult>", "[|new()|]")]
    [InlineData("static ValueTask<HookResult>", "[|new ValueTask<HookResult>()|]")]
    [InlineData("static ValueTask<HookResult>", "call.IsReadOnly ? [|default|] : new(HookResult.Cancel(\"no\"))")]
    [InlineData("static Task<HookResult>", "Task.FromResult<HookResult>([|default|])")]
    [InlineData("static Task<HookResult>", "[|default|]!")]
    public Task EveryWayToReturnItIsFound(string returns, string value) => Expect.FindAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal {{returns}} Check(ToolCallContext call) => {{value}};

            private static HookResult? Judge(ToolCallContext call) => call.IsReadOnly ? HookResult.Continue : null;
        }
        """);

    [Theory]
    [InlineData("return HookResult.Continue;")]
    [InlineData("HookResult answer = default; if (call.IsReadOnly) answer = HookResult.Cancel(\"no\"); return answer;")]
    [InlineData("return call.IsReadOnly ? Judge(call, default) : HookResult.Cancel(\"no\");")]
    [InlineData("Func<HookResult> later = () => default; return later();")]
    [InlineData("return Later(); HookResult Later() { return default; }")]
    [InlineData("return Judge(call) == default ? HookResult.Cancel(\"no\") : HookResult.Continue;")]
    [InlineData("return (call.IsReadOnly ? HookResult.Cancel(\"no\") : default(HookResult?)) ?? HookResult.Continue;")]
    [InlineData("return (call.IsReadOnly ? HookResult.Cancel(\"no\") : (HookResult?)null) ?? HookResult.Continue;")]
    public Task OtherDefaultsAreFine(string body) => Expect.NothingAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) { {{body}} }

            private static HookResult Judge(ToolCallContext call, HookResult otherwise = default) => call.IsReadOnly ? HookResult.Cancel("no") : otherwise;
        }
        """);

    [Fact]
    public Task HooksWithoutAVerdictAndOtherMethodsAreFine() => Expect.NothingAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static ValueTask Note(ToolCallContext call) => default;

            internal static HookResult NoHook(ToolCallContext call) => default;
        }
        """);

    [Fact]
    public Task FixSaysContinue() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call)
            {
                if (call.IsReadOnly)
                    return /* nothing to say */ default; // yet
                return call.ToolName switch
                {
                    "rm" => HookResult.Cancel("no"),
                    "mv" => new(),
                    _ => default(HookResult), // others
                };
            }

            [Hook(HookPoint.ToolValidation)]
            internal static async Task<HookResult> CheckLater(ToolCallContext call) => await Task.Run(() => call.IsReadOnly) ? default : HookResult.Cancel("no");
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call)
            {
                if (call.IsReadOnly)
                    return /* nothing to say */ HookResult.Continue; // yet
                return call.ToolName switch
                {
                    "rm" => HookResult.Cancel("no"),
                    "mv" => HookResult.Continue,
                    _ => HookResult.Continue, // others
                };
            }

            [Hook(HookPoint.ToolValidation)]
            internal static async Task<HookResult> CheckLater(ToolCallContext call) => await Task.Run(() => call.IsReadOnly) ? HookResult.Continue : HookResult.Cancel("no");
        }
        """);

    [Theory]
    [InlineData("null!")]
    [InlineData("default!")]
    public async Task ADenialByANullTaskIsNotMadeAnAllow(string task) => Assert.Empty(await Fix.TitlesAsync(
        Id,
        $$"""static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static Task<HookResult> Check(ToolCallContext call) { if (call.ToolName == "rm") return {{task}}; return Task.FromResult(HookResult.Continue); } }"""));

    [Fact]
    public Task FixWrapsWhereATaskIsReturned() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static ValueTask<HookResult> Check(ToolCallContext call) => call.IsReadOnly ? default : new(HookResult.Cancel("no"));

            [Hook(HookPoint.ToolValidation)]
            internal static Task<HookResult> Validate(ToolCallContext call) { return call.IsReadOnly ? Task.FromResult(default(HookResult)) : Task.FromResult(HookResult.Cancel("no")); }

            [Hook(HookPoint.ToolError)]
            internal static ValueTask<HookResult> Mend(ToolCallContext call) => new(default(HookResult));
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static ValueTask<HookResult> Check(ToolCallContext call) => call.IsReadOnly ? ValueTask.FromResult(HookResult.Continue) : new(HookResult.Cancel("no"));

            [Hook(HookPoint.ToolValidation)]
            internal static Task<HookResult> Validate(ToolCallContext call) { return call.IsReadOnly ? Task.FromResult(HookResult.Continue) : Task.FromResult(HookResult.Cancel("no")); }

            [Hook(HookPoint.ToolError)]
            internal static ValueTask<HookResult> Mend(ToolCallContext call) => new(HookResult.Continue);
        }
        """);

    [Fact]
    public Task FixNamesTypesThatCannotBeSeen() => Fix.AppliesAsync(
        Id,
        """
        using Answer = System.Threading.Tasks.ValueTask<Hooks.HookResult>;

        namespace Acme.HookResult
        {
            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static Answer Check(ToolCallContext call) => default;
            }
        }
        """,
        """
        using Answer = System.Threading.Tasks.ValueTask<Hooks.HookResult>;

        namespace Acme.HookResult
        {
            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static Answer Check(ToolCallContext call) => ValueTask.FromResult(Hooks.HookResult.Continue);
            }
        }
        """);
}
