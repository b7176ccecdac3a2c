using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Documents;

/// <summary>What docs/extensions-ai.md and the package's own page show compiles as it stands there, and does what they say.</summary>
public sealed partial class PageTests
{
    private static readonly IReadOnlyList<string> Page = BlocksOf("docs/extensions-ai.md");
    private static readonly IReadOnlyList<string> PackagePage = BlocksOf("src/Hooks.Extensions.AI/PACKAGE.md");

    [Fact]
    public void Their_examples_compile()
    {
        Compile(Page.Single(IsProgram), string.Concat(Page.Where(block => block.StartsWith('['))), Page.Single(block => block.StartsWith("var hooked", StringComparison.Ordinal)));
        Compile(PackagePage.Single(IsProgram), Regex.Match(PackagePage.Single(block => !IsProgram(block)), @"\{\n(?<hooks>[\s\S]*)\}\n$").Groups["hooks"].Value);
        Assert.Equal((4, 2), (Page.Count, PackagePage.Count));
    }

    [Fact]
    public async Task The_guard_of_results_lets_no_key_through()
    {
        using var program = Compile(Page.Single(IsProgram), string.Concat(Page.Where(block => block.StartsWith('[')))).Load();
        var type = program.Assembly.GetType("Acme.Agent.Guards")!;
        var guard = type.GetMethod("NoKeysInResults")!.CreateDelegate<Func<ToolCallContext, HookResult>>();
        await using var scene = new Scene().OnTool(HookPoint.ToolResultReady, guard);

        Assert.Equal("all is well", await ResultOf("all is well"));
        Assert.Equal("the [key] 1", await ResultOf("the sk-live-1"));
        Assert.Equal("""{"a":[1,"b"]}""", Assert.IsType<JsonElement>(await ResultOf(JsonElement.Parse("""{"a":[1,"b"]}"""))).GetRawText());
        Assert.Equal("the result holds a key", await ResultOf(JsonElement.Parse("""{"a":["sk-live-1"]}""")));
        Assert.Equal("the result holds a key", await ResultOf(JsonElement.Parse("""{"a":["sk\u002dlive-1"]}""")));
        Assert.Equal("a result that nobody can judge", await ResultOf(new TextContent("sk-live-1")));

        async Task<object?> ResultOf(object result) => await new Giving(result).WithHooks(scene.Dispatcher).InvokeAsync();
    }

    private static CompiledAssembly Compile(string program, string hooks, string more = "")
    {
        var source = HookCompilation.Program(
            $$"""
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            {{program[..program.IndexOf("\n\n", StringComparison.Ordinal)]}}

            IChatClient agent = null!;
            AIFunction rates = null!;
            _ = (agent, rates);
            {{program[program.IndexOf("\n\n", StringComparison.Ordinal)..]}}
            {{more}}

            namespace Acme.Agent
            {
                public sealed record Conversation(string Id);

                public static class Guards
                {
            {{hooks}}
                }
            }
            """) with
        {
            RootNamespace = "Acme.Agent",
            References = [MetadataReference.CreateFromFile(typeof(IChatClient).Assembly.Location), MetadataReference.CreateFromFile(typeof(HookedChatClientOptions).Assembly.Location)],
        };
        return source.Compile();
    }

    private static bool IsProgram(string block) => block.StartsWith("using", StringComparison.Ordinal);

    private static IReadOnlyList<string> BlocksOf(string file) =>
        [.. Block.Matches(File.ReadAllText(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../..", file))).ReplaceLineEndings("\n")).Select(match => match.Groups["text"].Value)];

    [GeneratedRegex(@"(?m)^```csharp\n(?<text>[\s\S]*?)^```$")]
    private static partial Regex Block { get; }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private sealed class Giving(object result) : AIFunction
    {
        public override string Name => "give";

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => new(result);
    }
}
