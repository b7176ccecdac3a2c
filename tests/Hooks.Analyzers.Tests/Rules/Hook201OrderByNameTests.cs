namespace Hooks.Analyzers.Tests.Rules;

public class Hook201OrderByNameTests
{
    private const string Id = "HOOK201";

    private static string Two(string first, string second, string firstBody, string secondBody) =>
        $$"""
        namespace Acme;

        static class Chain
        {
            [Hook(HookPoint.BeforeToolCall{{first}})]
            internal static HookResult A(ToolCallContext call) { {{firstBody}} }

            [{{second}}]
            internal static HookResult B(ToolCallContext call) { {{secondBody}} }
        }
        """;

    private const string Set = """call.Arguments["path"] = "/"; return HookResult.Modified;""";
    private const string Read = """return call.Arguments.GetString("path") is null ? HookResult.Cancel("no path") : HookResult.Continue;""";

    [Fact]
    public Task ReaderBehindChanger() => Expect.FindAsync(
        Id,
        Two("", "[|Hook(HookPoint.BeforeToolCall)|]", Set, Read),
        "Only its name puts 'Acme.Chain.B' behind 'Acme.Chain.A', and it reads Arguments[\"path\"], which 'Acme.Chain.A' changes; say it with Priority or After");

    [Fact]
    public Task ChangerBehindReader() => Expect.FindAsync(
        Id,
        Two("", "[|Hook(HookPoint.BeforeToolCall)|]", Read, Set),
        "Only its name puts 'Acme.Chain.B' behind 'Acme.Chain.A', and it changes Arguments[\"path\"], which 'Acme.Chain.A' has read by then; say it with Priority or After");

    [Fact]
    public Task AHookInTheBackgroundHasACopy() => Expect.NothingAsync(
        Id,
        """
        static class Chain
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult A(ToolCallContext call) => call.Arguments.TryGetString("path", out var path) && path.Contains("..") ? HookResult.Cancel("outside") : HookResult.Continue;

            [Hook(HookPoint.BeforeToolCall, Background = true)]
            internal static void B(ToolCallContext call) => call.Arguments["path"] = Environment.CurrentDirectory + call.Arguments.GetString("path", "");

            [Hook(HookPoint.BeforeToolCall, Background = true)]
            internal static void C(ToolCallContext call) => Console.WriteLine(call.Arguments["path"]);
        }
        """);

    [Fact]
    public Task TwoChangers() => Expect.FindAsync(
        Id,
        Two(", Priority = 5", "Hook(HookPoint.BeforeToolCall, Priority = [|5|])", Set, "call.Arguments.Clear(); return HookResult.Modified;"),
        "Only its name puts 'Acme.Chain.B' behind 'Acme.Chain.A', and both change Arguments[\"path\"]; say it with Priority or After");

    [Fact]
    public Task ReaderOfTheWholeBehindAChanger() => Expect.FindAsync(
        Id,
        Two("", "[|Hook(HookPoint.BeforeToolCall)|]", Set, "call.Arguments[\"path\"] = 1; return call.Arguments.Count > 3 ? HookResult.Cancel(\"too many\") : HookResult.Modified;"),
        "Only its name puts 'Acme.Chain.B' behind 'Acme.Chain.A', and it reads Arguments, which 'Acme.Chain.A' changes; say it with Priority or After");

    [Fact]
    public Task TwoThatDecide() => Expect.FindAsync(
        Id,
        Two("", "[|Hook(HookPoint.BeforeToolCall)|]", "return HookResult.Redirect(\"x\");", "return call.IsReadOnly ? HookResult.Cache(TimeSpan.FromHours(1)) : HookResult.Continue;"),
        "Only its name puts 'Acme.Chain.B' behind 'Acme.Chain.A', and of Redirect and Cache only the first that is answered counts; say it with Priority or After");

    [Theory]
    [InlineData("var arguments = call.Arguments; arguments.Remove(\"path\"); return HookResult.Modified;")]
    [InlineData("if (call.Arguments.TryGetArguments(\"path\", out var path)) path[\"x\"] = 1; return HookResult.Modified;")]
    [InlineData("call.Arguments = new HookArguments(); return HookResult.Modified;")]
    [InlineData("(call.Arguments)[\"path\"] = null; return HookResult.Continue;")]
    [InlineData("foreach (var (name, _) in call.Arguments) call.Arguments[name] = 1; return HookResult.Modified;")]
    [InlineData("Fix(call.Arguments); return HookResult.Modified; static void Fix(HookArguments arguments) => arguments.Clear();")]
    public Task ChangesOfAllKinds(string change) => Expect.FindAsync(Id, Two("", "[|Hook(HookPoint.BeforeToolCall)|]", change, Read));

    [Theory]
    [InlineData(""", Priority = -1""", "Hook(HookPoint.BeforeToolCall)")]
    [InlineData("", """Hook(HookPoint.BeforeToolCall, After = "Acme.Chain.A")""")]
    [InlineData(""", Before = "Acme.Chain.B" """, "Hook(HookPoint.BeforeToolCall)")]
    [InlineData(""", Tools = "@shell" """, """Hook(HookPoint.BeforeToolCall, Tools = "@edit")""")]
    [InlineData(""", Tools = "mcp__git*" """, """Hook(HookPoint.BeforeToolCall, Tools = "mcp__jira*|*_read")""" /* mcp__git_read */, false)]
    [InlineData("", "Hook(HookPoint.ToolValidation)")]
    public async Task DeclaredOrderAndSeparateToolsAreFine(string first, string second, bool fine = true)
    {
        var found = await Expect.OfAsync(Id, HookCompilation.Library(Two(first, second, Set, Read)));
        Assert.Equal(fine, found.IsEmpty);
    }

    [Theory]
    [InlineData("call.AddContext(\"x\"); call.Items[\"x\"] = 1; return HookResult.Continue;")]
    [InlineData("call.Arguments[\"other\"] = 1; return HookResult.Modified;")]
    [InlineData("var copy = call.Arguments.Clone(); copy[\"path\"] = 1; return HookResult.Continue;")]
    [InlineData("return call.Arguments.ContainsKey(\"path\") ? HookResult.Replace(1) : HookResult.Continue;")]
    [InlineData("call.Result = 1; return HookResult.Modified;")]
    public Task WhatTheOtherDoesNotSeeIsFine(string change) => Expect.NothingAsync(Id, Two("", "Hook(HookPoint.BeforeToolCall)", change, Read));

    [Theory]
    [InlineData("if (call.ToolName != \"Bash\") return HookResult.Continue; ", "if (call.ToolName != \"Read\") return HookResult.Continue; ")]
    [InlineData("if (call is not { ToolName: \"Bash\" }) return HookResult.Continue; ", "if (!call.ToolName.StartsWith(\"mcp__\")) return HookResult.Continue; ")]
    [InlineData("if (call.Arguments.GetString(\"mode\") == \"a\") return HookResult.Skipped; ", "if (call.Arguments.TryGetString(\"mode\", out var mode) && mode is \"b\" or \"c\") return HookResult.Skipped; ")]
    public Task HooksThatTellTheirCasesApartAreFine(string first, string second) => Expect.NothingAsync(
        Id, Two("", "Hook(HookPoint.BeforeToolCall)", first + Set, second + Read));

    [Fact]
    public Task ToolChosenInTheBodyOverlapsWithAllTools() => Expect.FindAsync(
        Id, Two("", "[|Hook(HookPoint.BeforeToolCall)|]", "if (call.ToolName != \"Bash\") return HookResult.Continue; " + Set, Read));

    [Fact]
    public Task ToolChosenInTheBodyMayBeNoneOfTheOthers() => Expect.NothingAsync(
        Id, Two("", "Hook(HookPoint.BeforeToolCall, Tools = \"Read\")", "if (call.ToolName != \"Bash\") return HookResult.Continue; " + Set, Read));

    [Fact]
    public Task ObserveOnlyPointsHaveNothingToOrder() => Expect.NothingAsync(
        Id,
        """
        static class Log
        {
            [Hook(HookPoint.AfterToolCall)] internal static void A(ToolCallContext call) => call.Result = null;
            [Hook(HookPoint.AfterToolCall)] internal static void B(ToolCallContext call) => Console.WriteLine(call.Result);
        }
        """);

    [Fact]
    public async Task OrderThatDefeatsAGuardIsNotToBeKept()
    {
        var found = await Analysis.RunAsync(HookCompilation.Library(
            Two("", "Hook(HookPoint.BeforeToolCall)", "return call.Arguments[\"path\"] is \"/\" ? HookResult.Cancel(\"root\") : HookResult.Continue;", "call.Arguments[\"path\"] = Environment.ExpandEnvironmentVariables((string)call.Arguments[\"path\"]!); return HookResult.Modified;")));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == Id);
        Assert.Contains(found, diagnostic => diagnostic.Id == "HOOK108");
    }

    [Fact]
    public Task ToolsAreTakenAwayInAnyOrder() => Expect.FindAsync(
        Id,
        """
        static class Tools
        {
            [Hook(HookPoint.BeforeToolDiscovery)]
            internal static void A(ToolDiscoveryContext tools) => tools.Narrow(tools.ToolNames.Where(name => name != "a"));

            [Hook(HookPoint.BeforeToolDiscovery)]
            internal static void B(ToolDiscoveryContext tools) => tools.Narrow(tools.ToolNames.Where(name => name != "b"));

            [[|Hook(HookPoint.BeforeToolDiscovery)|]]
            internal static HookResult C(ToolDiscoveryContext tools) => tools.ToolNames.Count == 0 ? HookResult.Cancel("no tools") : HookResult.Continue;
        }
        """.Replace("static class", "using System.Linq;\nstatic class", StringComparison.Ordinal));

    [Theory]
    [InlineData("Action<ToolCallContext> later = call => call.Arguments[\"path\"] = 1; later(new ToolCallContext { ToolName = \"x\" });")]
    [InlineData("var text = call.ErrorMessage; text = \"x\"; Console.WriteLine(text);")]
    [InlineData("var other = new ToolCallContext { ToolName = call.ToolName }; other.Arguments[\"path\"] = 1;")]
    [InlineData("HookArguments arguments; { arguments = new(); } arguments[\"path\"] = 1;")]
    public Task WhatOnlyLooksLikeTheContextIsFine(string body) => Expect.NothingAsync(
        Id, Two("", "Hook(HookPoint.BeforeToolCall)", "_ = call.CallId; " + body + " return HookResult.Continue;", Read));

    [Fact]
    public Task GuardsAloneNeedNoOrder() => Expect.NothingAsync(Id, Two("", "Hook(HookPoint.BeforeToolCall)", Read, Read));

    [Fact]
    public Task LaterHookOfThreeIsToldOnce() => Expect.FindAsync(
        Id,
        """
        static class Prompts
        {
            [Hook(HookPoint.BeforeTurn)]
            internal static HookResult A(TurnContext turn) { turn.Prompt += "!"; return HookResult.Modified; }

            [[|Hook(HookPoint.BeforeTurn)|]]
            internal static void B(TurnContext turn) => turn.Prompt ??= "hello";

            [[|Hook(HookPoint.BeforeTurn)|]]
            internal static async Task<HookResult> C(TurnContext turn) { await Task.Yield(); return turn.Prompt?.Length > 9 ? HookResult.Cancel("long") : HookResult.Continue; }
        }
        """);

    [Fact]
    public Task FixKeepsTheOrderWithPriority() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Chain
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult A(ToolCallContext call) { call.Arguments["path"] = "/"; return HookResult.Modified; }

            [Hook(HookPoint.BeforeToolCall, Name = "b")] // why
            internal static HookResult B(ToolCallContext call) => call.Arguments.GetString("path") is null ? HookResult.Cancel("no path") : HookResult.Continue;

            [Hook(HookPoint.ToolValidation, Priority = HookPriority.High)]
            internal static HookResult C(ToolCallContext call) { call.Arguments["path"] = "/"; return HookResult.Modified; }

            [Hook(HookPoint.ToolValidation, Priority = HookPriority.High)]
            internal static HookResult D(ToolCallContext call) => call.Arguments.GetString("path") is null ? HookResult.Cancel("no path") : HookResult.Continue;

            [Hook(HookPoint.PermissionRequest, Priority = 7)]
            internal static void E(PermissionContext call) => call.Arguments["path"] = "/";

            [Hook(HookPoint.PermissionRequest, Priority = 7)]
            internal static void F(PermissionContext call) => call.Arguments["path"] = "/x";
        }
        """,
        """
        static class Chain
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult A(ToolCallContext call) { call.Arguments["path"] = "/"; return HookResult.Modified; }

            [Hook(HookPoint.BeforeToolCall, Name = "b", Priority = HookPriority.Low)] // why
            internal static HookResult B(ToolCallContext call) => call.Arguments.GetString("path") is null ? HookResult.Cancel("no path") : HookResult.Continue;

            [Hook(HookPoint.ToolValidation, Priority = HookPriority.High)]
            internal static HookResult C(ToolCallContext call) { call.Arguments["path"] = "/"; return HookResult.Modified; }

            [Hook(HookPoint.ToolValidation, Priority = HookPriority.High + 1)]
            internal static HookResult D(ToolCallContext call) => call.Arguments.GetString("path") is null ? HookResult.Cancel("no path") : HookResult.Continue;

            [Hook(HookPoint.PermissionRequest, Priority = 7)]
            internal static void E(PermissionContext call) => call.Arguments["path"] = "/";

            [Hook(HookPoint.PermissionRequest, Priority = 8)]
            internal static void F(PermissionContext call) => call.Arguments["path"] = "/x";
        }
        """,
        "Priority");

    [Fact]
    public Task FixKeepsTheOrderWithAfter() => Fix.AppliesToAllAsync(
        Id,
        """
        [HookPoint("deploy.before", Blocking = true)]
        public sealed class DeployContext : CustomHookContext { public string Target { get; set; } = ""; }

        static class Chain
        {
            private const string Others = "Chain.Z";

            [Hook<DeployContext>]
            internal static void A(DeployContext deploy) => deploy.Target = "a";

            [Hook<DeployContext>]
            internal static void B(DeployContext deploy) => deploy.Target = "b";

            [Hook<DeployContext>(After = "Chain.A", /* so */ Name = "c")]
            internal static void C(DeployContext deploy) => deploy.Target = "c";

            [Hook<DeployContext>]
            internal static void Z(DeployContext deploy) => Console.WriteLine(deploy.AgentId);
        }
        """,
        """
        [HookPoint("deploy.before", Blocking = true)]
        public sealed class DeployContext : CustomHookContext { public string Target { get; set; } = ""; }

        static class Chain
        {
            private const string Others = "Chain.Z";

            [Hook<DeployContext>]
            internal static void A(DeployContext deploy) => deploy.Target = "a";

            [Hook<DeployContext>(After = "Chain.A")]
            internal static void B(DeployContext deploy) => deploy.Target = "b";

            [Hook<DeployContext>(After = "Chain.A|Chain.B", /* so */ Name = "c")]
            internal static void C(DeployContext deploy) => deploy.Target = "c";

            [Hook<DeployContext>]
            internal static void Z(DeployContext deploy) => Console.WriteLine(deploy.AgentId);
        }
        """,
        "After");

    [Fact]
    public async Task PriorityIsOfferedOnlyWhereItKeepsTheOrder()
    {
        var source =
            """
            static class Chain
            {
                [Hook(HookPoint.BeforeTurn)] internal static void A(TurnContext turn) => turn.Prompt += "a";
                [Hook(HookPoint.BeforeTurn)] internal static void B(TurnContext turn) => turn.Prompt += "b";
                [Hook(HookPoint.BeforeTurn)] internal static void C(TurnContext turn) => turn.Prompt += "c";
            }
            """;
        Assert.Equal(["Keep this order with After"], await Fix.TitlesAsync(Id, source));
    }
}
