using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hooks.TestKit;

namespace Hooks.Dispatch.Tests.Documents;

/// <summary>What README.md, docs/hooks.md, docs/policies.md, docs/points.md and docs/json.md show compiles as it stands there; other packages' code has tests of its own.</summary>
public sealed partial class PageCodeTests
{
    private const string Dispatcher = "HookDispatcher hooks, CancellationToken cancellationToken";
    private const string Undecided = "(ToolCallContext call) => call.IsReadOnly ? HookResult.Continue : HookResult.Cancel(call.ToolName);";

    // What the pages take for granted.
    private const string Around =
        """
        public static class ForcePush { public static bool IsIn(string command) => command.Contains("--force"); }
        public static class Protected { public static bool Has(string path) => path.Length > 0; }
        public static class Log { public static void Write(string? session, DateTimeOffset time) { } }
        public interface ILogger { void LogWarning(Exception? error, string format, string message); }
        public sealed class Service
        {
            public Task<bool> AllowsAsync(string tool, CancellationToken token) => Task.FromResult(true);
            public Task WriteAsync(string tool, ToolCallOutcome outcome, CancellationToken token) => Task.CompletedTask;
            public Task SendAsync(string? text, CancellationToken token) => Task.CompletedTask;
        }
        """;

    [Fact]
    public void The_code_of_the_readme_compiles()
    {
        var blocks = BlocksOf("README.md");
        Assert.Equal(8, blocks.Count);
        var point = Single(blocks, "[HookPoint(");
        var types = point.IndexOf("[Hook<", StringComparison.Ordinal);

        // The chat client and the events are of other packages.
        Compile("Acme.Agent",
            $$"""
            {{Around}}
            {{point[..types]}}
            public static class Guards
            {
            {{Single(blocks, "[Hook(")}}
            {{point[types..]}}
            }

            public static class Program
            {
                public static void Main() { }
                private static Task<string> RunToolAsync(string tool, HookArguments arguments) => Task.FromResult(tool);
                public static async Task<string> LoopAsync(CancellationToken cancellationToken)
                {
            {{Single(blocks, "using Acme.Agent;").Replace("using Acme.Agent;", "", StringComparison.Ordinal)}}
                }
            {{Statements("Final", Dispatcher + ", ToolCallContext call", Single(blocks, "var final"))}}
            {{Statements("Fired", Dispatcher, Single(blocks, "var verdict"))}}
            {{Statements("Shown", Dispatcher, Single(blocks, "Console."))}}
            }
            """);
    }

    [Fact]
    public void The_code_of_the_page_about_hooks_compiles()
    {
        var blocks = BlocksOf("docs/hooks.md");
        Assert.Equal(14, blocks.Count);
        var point = Single(blocks, "[HookPoint(");
        var check = point.IndexOf("[Hook<", StringComparison.Ordinal);
        var fires = Single(blocks, "HookResult verdict").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var tools = Single(blocks, "Tools = ").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("//")[0].Trim());
        var entries = Single(blocks, "// Required").Split("\n\n");

        Compile("Acme.Agent",
            $$"""
            {{Single(blocks, "[assembly:")}}
            {{Around}}
            {{Single(blocks, "[HookTable]")}}
            {{point[..check]}}
            [HookPoint("server.start")]
            public sealed class ServerContext : CustomHookContext
            {
            {{Single(blocks, "private string _target")}}
            }

            public static class Guards
            {
            {{Single(blocks, "[Hook(HookPoint.BeforeToolCall)]\n[Hook(HookPoint.SessionStart)]")}}
            {{Single(blocks, "[Hook(HookPoint.BeforeToolCall, Priority")}} public static HookResult Declared{{Undecided}}
            {{string.Join('\n', tools.Select((line, i) => $"[Hook(HookPoint.BeforeToolCall, {line})] public static HookResult Matched{i}{Undecided}"))}}
            {{Single(blocks, "[Hook(HookPoint.BeforeToolCall)]\npublic static HookResult Guard")}}
            {{point[check..]}}
            }

            public static class Program
            {
                public static void Main() { }
            {{Statements("Blocking", Dispatcher + ", ToolCallContext call, SessionContext session", fires[0] + fires[1])}}
            {{Statements("AsData", Dispatcher + ", HookPoint point, HookContext context", fires[2])}}
            {{Statements("Custom", Dispatcher, Single(blocks, "var verdict"))}}
            {{Statements("PlugIn", Dispatcher + ", HookTable plugInTable", Single(blocks, "hooks.Add"))}}
            {{Statements("Options", "ILogger logger", Single(blocks, "var hooks").Replace("GeneratedHooks", "AgentHooks", StringComparison.Ordinal))}}
            }
            """);
        Compile("Acme.Agent",
            $$"""
            public interface IBudget { bool IsSpent { get; } }
            {{Single(blocks, "public sealed class BudgetHooks")}}
            public static class Program
            {
                public static void Main() { }
            {{Statements("Objects", "IBudget budget", entries[0])}}
            {{Statements("Services", "IServiceProvider serviceProvider", entries[1])}}
            }
            """);
    }

    [Fact]
    public void The_code_of_the_page_about_hooks_that_misbehave_compiles()
    {
        var blocks = BlocksOf("docs/policies.md");
        Assert.Equal(8, blocks.Count);

        Compile("Acme.Agent",
            $$"""
            {{Around}}
            public static class Guards
            {
                private static readonly Service policy = new(), archive = new();
            {{Single(blocks, "[Hook(")}}
            }

            {{Single(blocks, "public sealed class Ledger").Replace("sealed class", "sealed partial class", StringComparison.Ordinal)}}
            public sealed partial class Ledger
            {
                private Task OpenAsync(CancellationToken token) => Task.CompletedTask;
                private Task CloseAsync() => Task.CompletedTask;
                private Task AppendAsync(HookPoint point, HookContext context, CancellationToken token) => Task.CompletedTask;
            }

            public static class Program
            {
                public static void Main() { }
            {{Statements("Late", Dispatcher + ", ToolCallContext call", Single(blocks, "var verdict"))}}
            {{Statements("Breaking", Dispatcher, Single(blocks, "var breaker"))}}
            {{Statements("Setting", "int number", Single(blocks, "await using"))}}
            {{Statements("Registering", Dispatcher + ", Service mail", Single(blocks, "using var registration"))}}
            {{Statements("Starting", Dispatcher, Single(blocks, "await hooks.RegisterAsync"))}}
            {{Statements("ByName", Dispatcher, Single(blocks, "hooks.Register(\"deploy.before\""))}}
            }
            """);
    }

    [Fact]
    public void The_code_of_the_pages_about_points_and_JSON_compiles()
    {
        var (points, json) = (BlocksOf("docs/points.md"), BlocksOf("docs/json.md"));
        Assert.Equal((2, 3), (points.Count, json.Count));

        // What System.Text.Json's own generator adds is not here, so that the third block of the page cannot be.
        Compile("Acme.Agent",
            $$"""
            public static class Guards
            {
            {{Single(points, "[Hook(")}}
            }

            public static class Program
            {
                public static void Main() { }
            {{Statements("Names", "int number", Single(points, "HookPoints."))}}
            {{Statements("Both", "ToolCallContext context", Single(json, "string json"))}}
            {{Statements("Unknown", "HookPoint point, HookContext context", Single(json, "HookJson."))}}
            }
            """);
    }

    private static string Statements(string name, string parameters, string block) =>
        $$"""
            public static async Task {{name}}({{parameters}})
            {
                await Task.Yield();
        {{block}}
            }
        """;

    private static string Single(IReadOnlyList<string> blocks, string start) => Assert.Single(blocks, block => block.StartsWith(start, StringComparison.Ordinal));

    private static void Compile(string rootNamespace, string source)
    {
        // Attributes of the assembly stand before the namespace.
        var attributes = string.Concat(AssemblyAttribute.Matches(source).Select(match => match.Value));
        var program = HookCompilation.Program($"{attributes}\nnamespace {rootNamespace};\n\n{AssemblyAttribute.Replace(source, "")}") with { RootNamespace = rootNamespace };
        (program with { GlobalUsings = HookCompilation.DefaultUsings + " global using System.Linq;" }).Compile();
    }

    private static IReadOnlyList<string> BlocksOf(string page, [CallerFilePath] string file = "") =>
        [.. Block.Matches(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "../../..", page)).ReplaceLineEndings("\n")).Select(match => match.Groups["text"].Value)];

    [GeneratedRegex(@"(?m)^```csharp\n(?<text>[\s\S]*?)^```$")]
    private static partial Regex Block { get; }

    [GeneratedRegex(@"(?m)^\[assembly:.*\n")]
    private static partial Regex AssemblyAttribute { get; }
}
