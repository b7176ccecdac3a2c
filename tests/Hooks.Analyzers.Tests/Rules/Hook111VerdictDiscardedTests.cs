namespace Hooks.Analyzers.Tests.Rules;

public class Hook111VerdictDiscardedTests
{
    private const string Id = "HOOK111";

    [Theory]
    [InlineData("hooks.[|BeforeToolCall|](call);")]
    [InlineData("await hooks.[|BeforeToolCallAsync|](call);")]
    [InlineData("await hooks.[|BeforeToolCallAsync|](call).ConfigureAwait(false);")]
    [InlineData("await hooks.[|BeforeToolCallAsync|](call).AsTask();")]
    [InlineData("hooks.[|BeforeToolCallAsync|](call).AsTask().Wait();")]
    [InlineData("hooks.[|BeforeToolCallAsync|](call).AsTask().GetAwaiter().GetResult();")]
    [InlineData("hooks?.[|BeforeToolCall|](call);")]
    [InlineData("await (hooks?.[|BeforeToolCallAsync|](call) ?? default);")]
    [InlineData("await hooks.[|FireAsync|](HookPoint.BeforeToolCall, call);")]
    [InlineData("const HookPoint point = HookPoint.ToolValidation; await hooks.[|FireAsync|](context: call, point: point);")]
    [InlineData("await hooks.[|FireAsync|](new DeployContext());")]
    [InlineData("hooks.[|Fire|](new DeployContext());")]
    [InlineData("Action<ToolCallContext> fire = c => hooks.[|BeforeToolCall|](c); fire(call);")]
    [InlineData("var verdict = await hooks.[|BeforeToolCallAsync|](call);")]
    [InlineData("HookResult verdict = hooks.[|BeforeToolCall|](call);")]
    [InlineData("var fire = hooks.[|BeforeToolCallAsync|](call); await fire;")]
    [InlineData("var fire = hooks.[|BeforeToolCallAsync|](call).AsTask(); try { await fire.ConfigureAwait(false); } catch (TimeoutException) { fire.Wait(); }")]
    [InlineData("HookResult verdict; verdict = await hooks.[|BeforeToolCallAsync|](call);")]
    [InlineData("await Task.WhenAll(hooks.[|BeforeToolCallAsync|](call).AsTask(), hooks.[|ToolValidationAsync|](call).AsTask(), Task.CompletedTask);")]
    [InlineData("var fire = hooks.[|BeforeToolCallAsync|](call).AsTask(); await Task.WhenAll([fire, Task.CompletedTask]);")]
    public Task Discarded(string statement) => Expect.FindAsync(Id, Host(statement));

    [Fact]
    public Task MessageNamesThePoint() => Expect.FindAsync(
        Id,
        Host("await hooks.[|FireAsync|](new DeployContext());"),
        "Nobody reads the verdict of 'FireAsync', so that nothing comes of what the hooks at deploy.before answer; keep it in a variable, and go on only if it is Continue or Modified");

    [Theory]
    [InlineData("ToolErrorAsync", "call", "see what it asks for: Cancel, Replace or Retry")]
    [InlineData("BeforeAgentStopAsync", "new AgentContext()", "see what it asks for: Cancel, Replace or Retry")]
    [InlineData("BeforeCompactionAsync", "new CompactionContext()", "see what it asks for: Cancel")]
    [InlineData("PermissionRequestAsync", "new PermissionContext { ToolName = \"shell\" }", "go on only if it is Allow: if it is neither Allow nor Cancel, someone has to be asked")]
    [InlineData("ToolResultReadyAsync", "call", "go on only if it is Continue or Modified")]
    public async Task MessageSaysWhatToDoAtThePoint(string method, string context, string advice)
    {
        var found = Assert.Single(await Expect.OfAsync(Id, HookCompilation.Library(Host($"await hooks.{method}({context});"))));
        Assert.EndsWith("; keep it in a variable, and " + advice, found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var fire = hooks.BeforeToolCallAsync(call); if ((await fire).IsCancel) return;")]
    [InlineData("var fire = hooks.BeforeToolCallAsync(call).AsTask(); await fire; Note(fire.Result);")]
    [InlineData("var all = await Task.WhenAll(hooks.BeforeToolCallAsync(call).AsTask(), hooks.ToolValidationAsync(call).AsTask()); Note(all[0]);")]
    [InlineData("var fire = hooks.BeforeToolCallAsync(call).AsTask(); if (await Task.WhenAny(fire, Task.Delay(1)) == fire) return;")]
    [InlineData("var verdict = HookResult.Continue; verdict = await hooks.BeforeToolCallAsync(call); Note(verdict);")]
    [InlineData("HookResult verdict; if ((verdict = await hooks.BeforeToolCallAsync(call)).IsCancel) return;")]
    [InlineData("await hooks.BeforeToolCallAsync(call); if (call.DecidedBy is not null) throw new InvalidOperationException(\"denied\");")]
    [InlineData("hooks.BeforeToolCall(call); if (call is { DecidedBy: not null }) return;")]
    [InlineData("var verdict = await hooks.BeforeToolCallAsync(call); if (verdict.IsCancel) return;")]
    [InlineData("if (hooks.BeforeToolCall(call).IsCancel) return;")]
    [InlineData("if (hooks?.BeforeToolCall(call) is { IsCancel: true }) return;")]
    [InlineData("HookResult verdict; verdict = hooks.BeforeToolCall(call); Console.WriteLine(verdict);")]
    [InlineData("Note(await hooks.BeforeToolCallAsync(call));")]
    [InlineData("_ = await hooks.BeforeToolCallAsync(call);")]
    [InlineData("_ = hooks.BeforeToolCall(call);")]
    [InlineData("var _verdict = hooks.BeforeToolCall(call);")]
    [InlineData("Func<ToolCallContext, HookResult> fire = c => hooks.BeforeToolCall(c); Note(fire(call));")]
    [InlineData("await Task.Run(async () => await hooks.BeforeToolCallAsync(call));")]
    [InlineData("Func<ToolCallContext, CancellationToken, HookResult> fire = hooks.BeforeToolCall; Note(fire(call, default));")]
    [InlineData("await hooks.BeforeToolCallAsync(call).AsTask().ContinueWith(fire => Note(fire.Result));")]
    [InlineData("switch (await hooks.BeforeToolCallAsync(call)) { default: break; }")]
    [InlineData("await hooks.AfterToolCallAsync(call); hooks.SessionStart(new());")]
    [InlineData("await hooks.FireAsync(HookPoint.AfterToolCall, call); hooks.Fire(new DeployedContext());")]
    [InlineData("foreach (var point in new[] { HookPoint.BeforeToolCall }) await hooks.FireAsync(point, call);")]
    [InlineData("var verdict = hooks.BeforeToolCall(call);\n#if TRACE\nNote(verdict);\n#endif")]
    public Task Read(string statement) => Expect.NothingAsync(Id, Host(statement));

    [Fact]
    public Task WrapperThatGivesTheVerdictOn() => Expect.NothingAsync(
        Id,
        """
        sealed class Host(HookDispatcher hooks)
        {
            internal ValueTask<HookResult> MayAsync(ToolCallContext call) => hooks.BeforeToolCallAsync(call);

            internal HookResult May(ToolCallContext call) => hooks.BeforeToolCall(call);
        }

        static class HostExtensions
        {
            internal static void BeforeToolCall(this HookDispatcher hooks, string tool) => Console.WriteLine(tool);

            internal static void Run(HookDispatcher hooks) => hooks.BeforeToolCall("not a fire");
        }
        """);

    [Fact]
    public Task MethodsThatEndWithAFire() => Expect.FindAsync(
        Id,
        """
        sealed class Host(HookDispatcher hooks)
        {
            internal void May(ToolCallContext call) => hooks.[|BeforeToolCall|](call);

            internal async Task MayAsync(ToolCallContext call) => await hooks.[|BeforeToolCallAsync|](call);
        }
        """);

    [Fact]
    public Task TestsMayLookAtTheContextInstead() => Expect.NothingAsync(
        Id,
        HookCompilation.Library(Host("await hooks.BeforeToolCallAsync(call);")) with { IsTestProject = true });

    [Fact]
    public Task FixKeepsAndTests() => Fix.AppliesToAllAsync(
        Id,
        """
        class Host(HookDispatcher hooks)
        {
            internal async Task RunAsync(ToolCallContext call, CancellationToken token)
            {
                // First the arguments.
                await hooks.ToolValidationAsync(call, token).ConfigureAwait(false); // checked
                if (call.IsIdempotent)
                    await hooks.BeforeToolCallAsync(call, token);
                hooks?.BeforeToolCall(call);
                Console.WriteLine(call.ToolName);
            }

            internal void Run(ToolCallContext verdict)
            {
                hooks.BeforeToolCall(verdict);
            }
        }
        """,
        """
        class Host(HookDispatcher hooks)
        {
            internal async Task RunAsync(ToolCallContext call, CancellationToken token)
            {
                // First the arguments.
                var verdict = await hooks.ToolValidationAsync(call, token).ConfigureAwait(false); // checked
                if (!verdict.IsContinue && !verdict.IsModified)
                    throw new InvalidOperationException($"Refused: {verdict}");
                if (call.IsIdempotent)
                {
                    var verdict2 = await hooks.BeforeToolCallAsync(call, token);
                    if (!verdict2.IsContinue && !verdict2.IsModified)
                        throw new InvalidOperationException($"Refused: {verdict2}");
                }
                var verdict3 = hooks?.BeforeToolCall(call) ?? default;
                if (!verdict3.IsContinue && !verdict3.IsModified)
                    throw new InvalidOperationException($"Refused: {verdict3}");
                Console.WriteLine(call.ToolName);
            }

            internal void Run(ToolCallContext verdict)
            {
                var verdict2 = hooks.BeforeToolCall(verdict);
                if (!verdict2.IsContinue && !verdict2.IsModified)
                    throw new InvalidOperationException($"Refused: {verdict2}");
            }
        }
        """);

    [Fact]
    public Task FixTestsAVariableThatIsThere() => Fix.AppliesAsync(
        Id,
        """
        static class Host
        {
            internal static async Task RunAsync(HookDispatcher hooks, ToolCallContext call)
            {
                switch (call.ToolName)
                {
                    case "shell":
                        var answer = await hooks.BeforeToolCallAsync(call);
                        break;
                }
            }
        }
        """,
        """
        static class Host
        {
            internal static async Task RunAsync(HookDispatcher hooks, ToolCallContext call)
            {
                switch (call.ToolName)
                {
                    case "shell":
                        var answer = await hooks.BeforeToolCallAsync(call);
                        if (!answer.IsContinue && !answer.IsModified)
                            throw new InvalidOperationException($"Refused: {answer}");
                        break;
                }
            }
        }
        """);

    [Fact]
    public async Task NoFixInALambdaWithoutABody() =>
        Assert.Empty(await Fix.TitlesAsync(Id, Host("Action<ToolCallContext> fire = c => hooks.BeforeToolCall(c); fire(call);")));

    [Fact]
    public async Task NoFixWhereCancelDeniesNothing() =>
        Assert.Empty(await Fix.TitlesAsync(Id, Host("await hooks.ToolErrorAsync(call);")));

    [Theory]
    [InlineData("await hooks.PermissionRequestAsync(new PermissionContext { ToolName = \"shell\" });")]
    [InlineData("var fire = hooks.BeforeToolCallAsync(call); await fire;")]
    [InlineData("var fire = hooks.BeforeToolCallAsync(call);")]
    [InlineData("await Task.WhenAll(hooks.BeforeToolCallAsync(call).AsTask(), hooks.ToolValidationAsync(call).AsTask());")]
    [InlineData("HookResult? verdict; verdict = await hooks.BeforeToolCallAsync(call);")]
    public async Task NoFixWhereContinueAllowsNothingOrTheVerdictIsNotAtHand(string statement) =>
        Assert.Empty(await Fix.TitlesAsync(Id, Host(statement)));

    [Fact]
    public Task FixTestsAnAssignedVariable() => Fix.AppliesAsync(
        Id,
        """
        static class Host
        {
            internal static async Task RunAsync(HookDispatcher hooks, ToolCallContext call)
            {
                HookResult answer;
                answer = await hooks.BeforeToolCallAsync(call);
            }
        }
        """,
        """
        static class Host
        {
            internal static async Task RunAsync(HookDispatcher hooks, ToolCallContext call)
            {
                HookResult answer;
                answer = await hooks.BeforeToolCallAsync(call);
                if (!answer.IsContinue && !answer.IsModified)
                    throw new InvalidOperationException($"Refused: {answer}");
            }
        }
        """);

    [Fact]
    public Task FixWritesTheSemicolonThatIsMissing() => Fix.CompletesAsync(
        Id,
        "static class Host\n{\n    static void Run(HookDispatcher hooks, ToolCallContext call)\n    {\n        hooks.BeforeToolCall(call) // to be\n    }\n}\n",
        "static class Host\n{\n    static void Run(HookDispatcher hooks, ToolCallContext call)\n    {\n        var verdict = hooks.BeforeToolCall(call); // to be\n        if (!verdict.IsContinue && !verdict.IsModified)\n            throw new InvalidOperationException($\"Refused: {verdict}\");\n    }\n}\n");

    [Theory]
    [InlineData("{ await hooks.BeforeToolCallAsync(call) }")]
    [InlineData("{ await hooks.BeforeToolCallAsync(call }")]
    [InlineData("{ hooks.BeforeToolCall(call)\n}")]
    [InlineData("{ var verdict = hooks.BeforeToolCall(call) }")]
    [InlineData("{ var verdict = hooks.BeforeToolCall(call; int x = 1; }")]
    [InlineData("{ if (true) hooks.BeforeToolCall(call) }")]
    public async Task FixStandsHalfTypedCode(string body)
    {
        var offered = await Fix.TitlesAsync(Id, $"static class Host {{ internal static async Task RunAsync(HookDispatcher hooks, ToolCallContext call) {body} }}", allowErrors: true);
        Assert.All(offered, title => Assert.Equal("Go on only if the verdict allows it", title));
    }

    [Fact]
    public async Task NoFixWhereNothingCanBeAwaited() =>
        Assert.Empty(await Fix.TitlesAsync(Id, "static class Host { static void Run(HookDispatcher hooks, ToolCallContext call) { hooks.BeforeToolCallAsync(call); } }"));

    [Fact]
    public Task FixAwaitsAndKeepsTheFilesLineEnds() => Fix.AppliesAsync(
        Id,
        "using System;\r\nnamespace Acme.System;\r\n\r\nstatic class Host\r\n{\r\n    static async Task RunAsync(HookDispatcher hooks, ToolCallContext call)\r\n    {\r\n        await Task.Yield();\r\n#pragma warning disable CS4014\r\n        hooks.BeforeToolCallAsync(call);\r\n    }\r\n}\r\n",
        "using System;\r\nnamespace Acme.System;\r\n\r\nstatic class Host\r\n{\r\n    static async Task RunAsync(HookDispatcher hooks, ToolCallContext call)\r\n    {\r\n        await Task.Yield();\r\n#pragma warning disable CS4014\r\n        var verdict = await hooks.BeforeToolCallAsync(call);\r\n        if (!verdict.IsContinue && !verdict.IsModified)\r\n            throw new InvalidOperationException($\"Refused: {verdict}\");\r\n    }\r\n}\r\n");

    [Fact]
    public Task FixOnOneLine() => Fix.AppliesAsync(
        Id,
        "static class Host\n{\n\tstatic void Run(HookDispatcher hooks, ToolCallContext call) { hooks.BeforeToolCall(call); }\n}\n",
        "static class Host\n{\n\tstatic void Run(HookDispatcher hooks, ToolCallContext call) { var verdict = hooks.BeforeToolCall(call);\nif (!verdict.IsContinue && !verdict.IsModified)\n    throw new InvalidOperationException($\"Refused: {verdict}\");\n}\n}\n");

    [Fact]
    public Task FixInTopLevelStatements() => Fix.AppliesToAllAsync(
        Id,
        HookCompilation.Program,
        """
        using Acme.Agent;

        await using var hooks = GeneratedHooks.CreateDispatcher();
        var call = new ToolCallContext { ToolName = "shell" };
        await hooks.ToolValidationAsync(call);
        hooks.BeforeToolCall(call);
        Console.WriteLine(call.ToolName);

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Continue;
        }
        """,
        """
        using Acme.Agent;

        await using var hooks = GeneratedHooks.CreateDispatcher();
        var call = new ToolCallContext { ToolName = "shell" };
        var verdict = await hooks.ToolValidationAsync(call);
        if (!verdict.IsContinue && !verdict.IsModified)
            throw new InvalidOperationException($"Refused: {verdict}");
        var verdict2 = hooks.BeforeToolCall(call);
        if (!verdict2.IsContinue && !verdict2.IsModified)
            throw new InvalidOperationException($"Refused: {verdict2}");
        Console.WriteLine(call.ToolName);

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Continue;
        }
        """);

    [Fact]
    public Task FixNamesTheExceptionWithoutAUsing() => Fix.AppliesAsync(
        Id,
        """
        namespace Acme.Tools
        {
            class Exception;

            class InvalidOperationException : Exception;

            static class Host
            {
                static async Task RunAsync(HookDispatcher hooks, ToolCallContext call)
                {
                    await hooks.BeforeToolCallAsync(call);
                }
            }
        }
        """,
        """
        namespace Acme.Tools
        {
            class Exception;

            class InvalidOperationException : Exception;

            static class Host
            {
                static async Task RunAsync(HookDispatcher hooks, ToolCallContext call)
                {
                    var verdict = await hooks.BeforeToolCallAsync(call);
                    if (!verdict.IsContinue && !verdict.IsModified)
                        throw new System.InvalidOperationException($"Refused: {verdict}");
                }
            }
        }
        """);

    private static string Host(string statement) =>
        $$"""
        static class Host
        {
            internal static async Task RunAsync(HookDispatcher hooks, ToolCallContext call)
            {
                await Task.Yield();
                {{statement}}
            }

            private static void Note(HookResult verdict) => Console.WriteLine(verdict);
        }

        [HookPoint("deploy.before", Blocking = true)]
        public sealed class DeployContext : CustomHookContext;

        [HookPoint("deploy.after")]
        public sealed class DeployedContext : CustomHookContext;
        """;
}
