namespace Hooks.Analyzers.Tests.Rules;

public class Hook108ChangeBehindGuardTests
{
    private const string Id = "HOOK108";

    private const string Guard = """call.Arguments.TryGetString("path", out var path) && path.Contains("..") ? HookResult.Cancel("outside") : HookResult.Continue""";

    private static string Chain(string change, string attribute = "", string guard = Guard, string guardAttribute = "", string name = "Expand") =>
        $$"""
        static class Paths
        {
            [Hook(HookPoint.BeforeToolCall{{guardAttribute}})]
            internal static HookResult Check(ToolCallContext call) => {{guard}};

            [Hook(HookPoint.BeforeToolCall{{attribute}})]
            internal static HookResult {{name}}(ToolCallContext call)
            {
                {{change}}
                return HookResult.Modified;
            }

            private static string Full(string path) => path;
            private static string RedactAll(string path) => path;
        }
        """;

    private static string Found(string source) => source.Replace("HookResult Expand", "HookResult [|Expand|]", StringComparison.Ordinal);

    [Theory]
    [InlineData("""call.Arguments["path"] = Full(call.Arguments.GetString("path", ""));""")]
    [InlineData("""if (call.Arguments.TryGetString("path", out var path) && path.StartsWith("~")) call.Arguments["path"] = Environment.GetEnvironmentVariable("HOME") + path.Substring(1);""")]
    [InlineData("""var arguments = call.Arguments; arguments["path"] = Environment.CurrentDirectory + "/" + arguments["path"];""")]
    [InlineData("""if (call.Arguments.TryGetString("path", out var path)) call.Arguments["path"] = $"/work/{path}";""")]
    public Task ArgumentThatAGuardHasReadIsSetBehindIt(string change) => Expect.FindAsync(
        Id,
        Found(Chain(change)),
        "The hook 'Paths.Expand' sets Arguments[\"path\"] after the guard 'Paths.Check' has judged it; let it run before the guard, or say After = \"Paths.Check\" if it is meant like this");

    [Theory]
    [InlineData(", Priority = 10", "")]
    [InlineData("", ", Priority = HookPriority.High")]
    [InlineData(", Tools = \"@edit\"", "")]
    [InlineData(", Tools = \"write_*\"", ", Tools = \"@edit\"")]
    public Task AlsoByPriorityAndForToolsOfBoth(string attribute, string guardAttribute) => Expect.FindAsync(
        Id, Found(Chain("""call.Arguments["path"] = Full(call.Arguments.GetString("path", ""));""", attribute, guardAttribute: guardAttribute)));

    [Fact]
    public Task AskIsAJudgementToo() => Expect.FindAsync(
        Id,
        Found(Chain("""call.Arguments["path"] = Full(call.Arguments.GetString("path", ""));""", guard: """call.Arguments["path"] is "/" ? HookResult.Ask("really?") : HookResult.Continue""")));

    [Theory]
    [InlineData(", Priority = -10", "")]
    [InlineData(", Before = \"Paths.Check\"", "")]
    [InlineData(", After = \"Paths.Check\"", "")]
    [InlineData(", Priority = 10, After = \"Paths.Check\"", "")]
    [InlineData("", ", Before = \"Paths.Expand\"")]
    [InlineData(", Tools = \"@shell\"", ", Tools = \"@edit\"")]
    public Task ChangeInFrontOrMeantOrOfOtherToolsIsFine(string attribute, string guardAttribute) => Expect.NothingAsync(
        Id, Chain("""call.Arguments["path"] = Full(call.Arguments.GetString("path", ""));""", attribute, guardAttribute: guardAttribute));

    [Theory]
    [InlineData("""call.Arguments["timeout"] = Environment.ProcessorCount;""")]
    [InlineData("""call.Arguments["path"] = "/tmp";""")]
    [InlineData("""call.Arguments["path"] = Environment.CurrentDirectory;""")]
    [InlineData("""call.Arguments["path"] = RedactAll(call.Arguments.GetString("path", ""));""")]
    [InlineData("""call.Arguments.Remove("path");""")]
    [InlineData("""call.AddContext("the path is " + call.Arguments["path"]); call.Items["path"] = Full("x");""")]
    [InlineData("""var copy = call.Arguments.Clone(); copy["path"] = Full("x");""")]
    [InlineData("""foreach (var (name, value) in call.Arguments) call.Arguments[name] = Full(value + "");""")]
    [InlineData("""call.Result = Full("x");""")]
    public Task ChangeThatDefeatsNothingIsFine(string change) => Expect.NothingAsync(Id, Chain(change));

    [Fact]
    public Task RedactionIsKnownByItsMethodToo() => Expect.NothingAsync(
        Id, Chain("""call.Arguments["path"] = call.Arguments.GetString("path", "").Replace("secret", "***");""", name: "RedactSecrets"));

    [Theory]
    [InlineData("""call.Arguments.GetString("path") is null ? HookResult.Skipped : HookResult.Continue""")]
    [InlineData("""call.Arguments.GetString("command") is null ? HookResult.Cancel("no command") : HookResult.Continue""")]
    [InlineData("""call.Arguments.Count == 0 ? HookResult.Cancel("nothing given") : HookResult.Continue""")]
    [InlineData("""call.WorkingDirectory is null ? HookResult.Cancel("no directory") : HookResult.Continue""")]
    public Task HookThatDoesNotJudgeTheChangedArgumentIsFine(string guard) => Expect.NothingAsync(
        Id, Chain("""call.Arguments["path"] = Full(call.Arguments.GetString("path", ""));""", guard: guard));

    [Fact]
    public Task HooksThatTellTheirCasesApartAreFine() => Expect.NothingAsync(
        Id,
        Chain(
            """if (call.ToolName == "Write") call.Arguments["path"] = Full("x");""",
            guard: """call.ToolName == "Read" && call.Arguments["path"] is null ? HookResult.Cancel("no path") : HookResult.Continue"""));

    [Fact]
    public Task ModelThatAGuardHasAllowedIsExchanged() => Expect.FindAsync(
        Id,
        """
        class Models(Func<string, string> route)
        {
            private readonly HashSet<string> _allowed = ["small", "large"];

            [Hook(HookPoint.BeforeModelCall)]
            public HookResult Allowed(ModelCallContext call) => _allowed.Contains(call.Model ?? "") ? HookResult.Continue : HookResult.Cancel("not allowed");

            [Hook(HookPoint.BeforeModelCall)]
            public void [|Route|](ModelCallContext call) => call.Model = route(call.SystemPrompt ?? "");
        }
        """,
        "The hook 'Models.Route' sets Model after the guard 'Models.Allowed' has judged it; let it run before the guard, or say After = \"Models.Allowed\" if it is meant like this");

    [Theory]
    [InlineData("turn.Prompt = Edit(turn.Prompt);")]
    [InlineData("turn.Prompt += Edit(null);")]
    [InlineData("turn.Prompt ??= Edit(null);")]
    [InlineData("if (turn.Prompt is { } prompt) turn.Prompt = Edit(prompt.Trim());")]
    [InlineData("turn.Prompt = Edit(turn);")]
    public Task ValidatedTextIsEditedAsUsual(string change) => Expect.NothingAsync(
        Id,
        $$"""
        static class Prompts
        {
            [Hook(HookPoint.BeforeTurn)]
            internal static HookResult Check(TurnContext turn) => turn.Prompt is { Length: > 9000 } ? HookResult.Cancel("too long") : HookResult.Continue;

            [Hook(HookPoint.BeforeTurn)]
            internal static HookResult Change(TurnContext turn) { {{change}} return HookResult.Modified; }

            private static string Edit(object? prompt) => prompt + "";
        }
        """);

    [Fact]
    public Task ResultIsWithheldThenMaskedAsUsual() => Expect.NothingAsync(
        Id,
        """
        static class Results
        {
            [Hook(HookPoint.ToolResultReady)]
            internal static HookResult Check(ToolCallContext call) => call.Result is string text && text.Contains("PRIVATE KEY") ? HookResult.Cancel("a key") : HookResult.Continue;

            [Hook(HookPoint.ToolResultReady)]
            internal static HookResult Rewrite(ToolCallContext call) { call.Result = Console.ReadLine(); return HookResult.Modified; }
        }
        """);
}
