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

    [Fact]
    public Task AHookInTheBackgroundChangesOnlyItsCopy() => Expect.NothingAsync(
        Id,
        """
        static class Chain
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult A(ToolCallContext call) => call.Arguments.TryGetString("path", out var path) && path.Contains("..") ? HookResult.Cancel("outside") : HookResult.Continue;

            [Hook(HookPoint.BeforeToolCall, Background = true)]
            internal static void B(ToolCallContext call) => call.Arguments["path"] = Environment.CurrentDirectory + call.Arguments.GetString("path", "");
        }
        """);

    [Fact]
    public Task AVerdictIsWaitedForSoThatItsChangeCounts() => Expect.FindAsync(Id, Found(Chain("""call.Arguments["path"] = Full(call.Arguments.GetString("path", ""));""", attribute: ", Background = true")));

    [Theory]
    [InlineData("""call.Arguments["path"] = Full(call.Arguments.GetString("path", ""));""")]
    [InlineData("""if (call.Arguments.TryGetString("path", out var path) && path.StartsWith("~")) call.Arguments["path"] = Environment.GetEnvironmentVariable("HOME") + path.Substring(1);""")]
    [InlineData("""var arguments = call.Arguments; arguments["path"] = Environment.CurrentDirectory + "/" + Full((string)arguments["path"]!);""")]
    [InlineData("""if (call.Arguments.TryGetString("path", out var path)) { var full = Full(path); call.Arguments["path"] = full; }""")]
    [InlineData("""var path = call.Arguments.GetString("path"); path = path is null ? "" : Full(path); call.Arguments["path"] = path;""")]
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
    [InlineData("""var redacted = RedactAll(call.Arguments.GetString("path", "")); call.Arguments["path"] = redacted;""")]
    [InlineData("""call.Arguments["path"] = Math.Min(call.Arguments.GetInt32("path", 60), Environment.ProcessorCount);""")]
    [InlineData("""var size = Math.Clamp(call.Arguments.GetInt32("path", 60), 1, Environment.ProcessorCount); call.Arguments["path"] = size;""")]
    [InlineData("""var size = call.Arguments.GetInt32("path", 60); call.Arguments["path"] = size > 120 ? 120 : size;""")]
    [InlineData("""call.Arguments["path"] = "bwrap --ro-bind / / " + call.Arguments.GetString("path");""")]
    [InlineData("""call.Arguments["path"] += " --dry-run";""")]
    [InlineData("""var arguments = call.Arguments; arguments["path"] = Environment.CurrentDirectory + "/" + arguments["path"];""")]
    [InlineData("""if (call.Arguments.TryGetString("path", out var path)) call.Arguments["path"] = $"/work/{path}";""")]
    [InlineData("""if (call.Arguments.TryGetString("path", out var path)) { var wrapped = $"sh -c '{path.ToString()}'"; call.Arguments["path"] = wrapped; }""")]
    [InlineData("""if (call.Arguments["path"] is string path) call.Arguments["path"] = string.Join(" ", "nice", path);""")]
    [InlineData("""if (call.Arguments["path"] is string path) call.Arguments["path"] = new[] { "sh", "-c", path };""")]
    [InlineData("""var path = call.Arguments.GetString("path", ""); if (call.IsReadOnly) path = "nice " + path; call.Arguments["path"] = path;""")]
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

    [Theory]
    [InlineData("""string.IsNullOrEmpty(call.Arguments.GetString("path")) ? HookResult.Cancel("path is required") : HookResult.Continue""")]
    [InlineData("""string.IsNullOrWhiteSpace((string?)call.Arguments["path"]) ? HookResult.Cancel("path is required") : HookResult.Continue""")]
    [InlineData("""call.Arguments.ContainsKey("path") ? HookResult.Continue : HookResult.Cancel("path is required")""")]
    [InlineData("""call.Arguments["path"] is null ? HookResult.Cancel("path is required") : HookResult.Continue""")]
    [InlineData("""call.Arguments["path"] == null ? HookResult.Cancel("path is required") : HookResult.Continue""")]
    [InlineData("""call.Arguments["path"] is string ? HookResult.Continue : HookResult.Cancel("path is no text")""")]
    [InlineData("""call.Arguments["path"] is not string { Length: > 0 } ? HookResult.Cancel("path is required") : HookResult.Continue""")]
    [InlineData("""call.Arguments["path"] is null or "" ? HookResult.Cancel("path is required") : HookResult.Continue""")]
    [InlineData("""call.Arguments["path"] is string { Length: > 0 } path ? HookResult.Continue : HookResult.Cancel("path is required")""")]
    [InlineData("""call.Arguments.TryGetString("path", out _) ? HookResult.Continue : HookResult.Cancel("path is required")""")]
    [InlineData("""!call.Arguments.TryGetString("path", out var path) || path.Trim().Length == 0 ? HookResult.Cancel($"'{path}' is no path") : HookResult.Continue""")]
    [InlineData("""call.Arguments.GetString("path") switch { null or "" => HookResult.Cancel("path is required"), _ => HookResult.Continue }""")]
    public Task WhoAsksOnlyWhetherItIsThereIsNotDefeated(string guard) => Expect.NothingAsync(
        Id, Chain("""call.Arguments["path"] = Full(call.Arguments.GetString("path", ""));""", guard: guard));

    [Fact]
    public Task NorInStatements() => Expect.NothingAsync(
        Id,
        """
        static class Deploy
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "deploy")]
            internal static HookResult Required(ToolCallContext call)
            {
                var target = call.Arguments.GetString("env");
                if (string.IsNullOrEmpty(target))
                    return HookResult.Cancel($"env '{target}' is required");
                Console.WriteLine("to " + target);
                return HookResult.Continue;
            }

            [Hook(HookPoint.BeforeToolCall, Tools = "deploy", Priority = 5)]
            internal static HookResult Expand(ToolCallContext call)
            {
                call.Arguments["env"] = Environment.ExpandEnvironmentVariables(call.Arguments.GetString("env")!);
                return HookResult.Modified;
            }
        }
        """);

    [Theory]
    [InlineData("""!call.Arguments.TryGetString("path", out var path) || path.Length > 1000 ? HookResult.Cancel("too long") : HookResult.Continue""")]
    [InlineData("""call.Arguments["path"] is not string path || path.Contains("..") ? HookResult.Cancel("outside") : HookResult.Continue""")]
    [InlineData("""call.Arguments["path"] is string { Length: > 1000 } ? HookResult.Cancel("too long") : HookResult.Continue""")]
    public Task WhoAsksForMoreIs(string guard) => Expect.FindAsync(
        Id, Found(Chain("""call.Arguments["path"] = Full(call.Arguments.GetString("path", ""));""", guard: guard)));

    [Fact]
    public Task ValueThatIsWrittenThroughAnObjectIsAnEdit() => Expect.NothingAsync(
        Id,
        """
        static class State
        {
            [Hook(HookPoint.BeforeStateWrite)]
            internal static HookResult Size(StateContext state) => state.Value is string { Length: > 1000 } ? HookResult.Cancel("too big") : HookResult.Continue;

            [Hook(HookPoint.BeforeStateWrite, Priority = 1)]
            internal static HookResult Encrypt(StateContext state)
            {
                using var stream = new System.IO.MemoryStream();
                System.Text.Json.JsonSerializer.Serialize(stream, state.Value);
                state.Value = stream.ToArray();
                return HookResult.Modified;
            }

            [Hook(HookPoint.BeforeStateWrite, Priority = 2)]
            internal static HookResult Stamp(StateContext state)
            {
                var text = new System.Text.StringBuilder();
                text.Append(state.Value);
                state.Value = text.ToString();
                return HookResult.Modified;
            }
        }
        """);

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
