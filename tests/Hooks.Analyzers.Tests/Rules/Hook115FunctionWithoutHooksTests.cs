using Hooks.Extensions.AI;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook115FunctionWithoutHooksTests
{
    private const string Id = "HOOK115";

    // The library's own client that calls functions, and its builder, as far as programs name them.
    private const string Library =
        """
        namespace Microsoft.Extensions.AI
        {
            using System.Collections.Generic;

            public class FunctionInvokingChatClient(IChatClient inner) : DelegatingChatClient(inner)
            {
                public IList<AITool>? AdditionalTools { get; set; }
            }

            public sealed class ChatClientBuilder(IChatClient inner)
            {
                public ChatClientBuilder Use(System.Func<IChatClient, IChatClient> step) => this;

                public IChatClient Build() => inner;
            }

            public static class ChatClientBuilderExtensions
            {
                public static ChatClientBuilder AsBuilder(this IChatClient client) => new(client);

                public static ChatClientBuilder UseFunctionInvocation(this ChatClientBuilder builder, System.Action<FunctionInvokingChatClient>? configure = null) => builder;

                public static ChatClientBuilder UseLogging(this ChatClientBuilder builder) => builder;
            }
        }
        """;

    private const string Usings = "using System.Linq; using Hooks.Extensions.AI; using Microsoft.Extensions.AI;\n";

    [Theory]
    [InlineData("return inner.WithHooks(hooks).AsBuilder().[|UseFunctionInvocation|]().Build();")]
    [InlineData("return inner.WithHooks(hooks).AsBuilder().UseLogging().[|UseFunctionInvocation|]().Build();")]
    [InlineData("return new [|FunctionInvokingChatClient|](inner.WithHooks(hooks));")]
    [InlineData("return new ChatClientBuilder(inner.WithHooks(hooks)).[|UseFunctionInvocation|]().Build();")]
    [InlineData("var hooked = inner.WithHooks(hooks); return hooked.AsBuilder().[|UseFunctionInvocation|]().Build();")]
    [InlineData("var hooked = inner.WithHooks(hooks); var builder = hooked.AsBuilder(); return builder.[|UseFunctionInvocation|]().Build();")]
    [InlineData("return HookedChatClientExtensions.WithHooks(inner, hooks).AsBuilder().[|UseFunctionInvocation|]().Build();")]
    [InlineData("return inner.AsBuilder().[|UseFunctionInvocation|]().Use(next => next.WithHooks(hooks)).Build();")]
    [InlineData("return inner.AsBuilder().[|UseFunctionInvocation|]().UseLogging().Use(next => { return next.WithHooks(hooks); }).Build();")]
    public Task LoopAroundTheHooksIsFound(string body) => Expect.FindAsync(Id, Project, MethodOf(body));

    [Fact]
    public Task TheMessageSaysWhatStandsWhere() => Expect.FindAsync(
        Id,
        Project,
        MethodOf("return inner.WithHooks(hooks).AsBuilder().[|UseFunctionInvocation|]().Build();"),
        "No hook sees the calls of these functions: 'UseFunctionInvocation' stands around the client that 'WithHooks' gives, and calls them as it was handed them; call 'WithHooks' on what stands outermost");

    [Theory]
    [InlineData("return inner.AsBuilder().UseFunctionInvocation(configure: loop => loop.[|AdditionalTools|] = [function]).Build().WithHooks(hooks);")]
    [InlineData("return new FunctionInvokingChatClient(inner) { [|AdditionalTools|] = [function] }.WithHooks(hooks);")]
    [InlineData("var loop = new FunctionInvokingChatClient(inner) { [|AdditionalTools|] = [function] }; return loop.WithHooks(hooks);")]
    [InlineData("var loop = new FunctionInvokingChatClient(inner); loop.[|AdditionalTools|] = [function]; return loop.WithHooks(hooks);")]
    [InlineData("var builder = inner.AsBuilder().UseFunctionInvocation(configure: loop => loop.[|AdditionalTools|] = [function]); return builder.Build().WithHooks(hooks);")]
    public Task AdditionalToolsBeneathTheHooksAreFound(string body) => Expect.FindAsync(Id, Project, MethodOf(body));

    [Fact]
    public Task OfferedFunctionThatIsCalledByHandIsFound() => Expect.FindAsync(Id, Project, Usings + """
        static class Agent
        {
            internal static async Task<object?> RunAsync(IChatClient inner, HookDispatcher hooks, AITool found)
            {
                var client = inner.WithHooks(hooks);
                var search = AIFunctionFactory.Create(() => 1);
                var options = new ChatOptions { Tools = [found, search] };
                var response = await client.GetResponseAsync("search", options);
                var tool = options.Tools.OfType<AIFunction>().First();
                await tool.[|InvokeAsync|](new());
                await options.Tools!.OfType<AIFunction>().First().[|InvokeAsync|](new());
                return await search.[|InvokeAsync|](new());
            }
        }
        """);

    [Theory]
    [InlineData("foreach (var tool in options.Tools!.OfType<AIFunction>()) await tool.[|InvokeAsync|]();")]
    [InlineData("foreach (var tool in options.Tools!) if (tool is AIFunction called) await called.[|InvokeAsync|]();")]
    [InlineData("await ((AIFunction)options.Tools![0]).[|InvokeAsync|]();")]
    [InlineData("await tools.First(tool => tool.Name == \"search\").[|InvokeAsync|]();")]
    [InlineData("await tools[0].[|InvokeAsync|]();")]
    [InlineData("var byName = tools.ToDictionary(tool => tool.Name); if (byName.TryGetValue(\"search\", out var found)) await found.[|InvokeAsync|]();")]
    [InlineData("await function.[|InvokeAsync|](new FunctionCallContent(\"c1\", \"search\"));")]
    [InlineData("var found = tools.FirstOrDefault(tool => tool.Name == \"search\") ?? throw new InvalidOperationException(); await found.[|InvokeAsync|]();")]
    [InlineData("switch (options.Tools![0]) { case AIFunction called: await called.[|InvokeAsync|](); break; }")]
    [InlineData("foreach (var tool in options.Tools!.Select(tool => (AIFunction)tool)) await tool.[|InvokeAsync|]();")]
    public Task OfferedFunctionIsFoundHoweverItIsLookedUp(string calls) => Expect.FindAsync(Id, Project, AgentWith(calls));

    [Theory]
    [InlineData("await other.InvokeAsync();")]
    [InlineData("foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()) await others[call.Name].InvokeAsync(call);")]
    [InlineData("await others.Values.First(tool => options.Tools!.Contains(tool)).InvokeAsync();")]
    [InlineData("foreach (var tool in options.Tools!.Select(tool => others[tool.Name])) await tool.InvokeAsync();")]
    [InlineData("var own = tools.Select(tool => new Own(tool)).ToList(); await own[0].InvokeAsync();")]
    [InlineData("var called = function; called = other; await called.InvokeAsync();")]
    public Task FunctionThatIsNotOfferedIsFine(string calls) => Expect.NothingAsync(Id, Project(AgentWith(calls) + "sealed class Own(AIFunction inner) : DelegatingAIFunction(inner);"));

    [Fact]
    public Task ClientOfOnesOwnInTheFileOfTheProgramIsAnotherMatter() => Expect.NothingAsync(Id, Project(Usings + """
        using var client = new Agent().WithHooks(HookDispatcher.None);
        await client.GetResponseAsync("search", new() { Tools = [AIFunctionFactory.Create(() => 1)] });

        sealed class Agent : IChatClient
        {
            public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
                new(new ChatMessage(ChatRole.Assistant, $"{await options!.Tools!.OfType<AIFunction>().Single().InvokeAsync(new(), cancellationToken)}"));

            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => throw new NotSupportedException();

            public object? GetService(Type serviceType, object? serviceKey) => null;

            public void Dispose()
            {
            }
        }
        """) with { OutputKind = OutputKind.ConsoleApplication });

    [Theory]
    [InlineData("return inner.AsBuilder().UseFunctionInvocation().Build().WithHooks(hooks);")]
    [InlineData("return inner.AsBuilder().Use(next => next.WithHooks(hooks)).UseFunctionInvocation().Build();")]
    [InlineData("return new FunctionInvokingChatClient(inner).WithHooks(hooks);")]
    [InlineData("return inner.WithHooks(hooks).AsBuilder().UseLogging().Build();")]
    [InlineData("return inner.AsBuilder().UseFunctionInvocation().Build();")]
    [InlineData("return new FunctionInvokingChatClient(inner.WithHooks(hooks)).WithHooks(hooks);")]
    [InlineData("var seen = inner.WithHooks(hooks); var loop = new FunctionInvokingChatClient(seen); return loop.WithHooks(hooks);")]
    [InlineData("var options = new ChatOptions { Tools = [function.WithHooks(hooks)] }; return new FunctionInvokingChatClient(inner.WithHooks(hooks));")]
    [InlineData("return new FunctionInvokingChatClient(inner) { AdditionalTools = [function.WithHooks(hooks)] }.WithHooks(hooks);")]
    [InlineData("var other = new FunctionInvokingChatClient(inner) { AdditionalTools = [function] }; return inner.WithHooks(hooks);")]
    [InlineData("var hooked = inner.WithHooks(hooks); _ = function.InvokeAsync(new()); return hooked;")]
    [InlineData("var client = inner.WithHooks(hooks); _ = client.GetResponseAsync(\"?\"); client = inner; return new FunctionInvokingChatClient(client);")]
    public Task HooksThatStandOutermostOrAroundEachFunctionAreFine(string body) => Expect.NothingAsync(Id, Project(MethodOf(body)));

    [Theory]
    [InlineData("var options = new ChatOptions { Tools = [function] }; var client = inner.WithHooks(hooks); _ = client.GetResponseAsync(\"?\", options); _ = hooks.InvokeToolAsync(new ToolCallContext { ToolName = function.Name }, async (call, token) => await function.InvokeAsync(new(), token)); return client;")]
    [InlineData("_ = new Guarded(function, hooks); return inner.WithHooks(hooks).AsBuilder().UseFunctionInvocation().Build();")]
    public Task FunctionsThatAreCalledThroughTheDispatcherAreFine(string body) => Expect.NothingAsync(Id, Project(MethodOf(body) + """

        sealed class Guarded(AIFunction inner, HookDispatcher hooks) : DelegatingAIFunction(inner)
        {
            protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken token) =>
                (await hooks.InvokeToolAsync(new ToolCallContext { ToolName = Name }, (call, inner) => base.InvokeCoreAsync(arguments, inner), token)).Result;
        }
        """));

    [Fact]
    public Task TwoMistakesDoNotCoverForEachOther() => Expect.FindAsync(
        Id, Project, MethodOf("_ = new [|FunctionInvokingChatClient|](inner.WithHooks(hooks)); return inner.WithHooks(hooks).AsBuilder().[|UseFunctionInvocation|]().Build();"));

    [Fact]
    public Task AnotherMethodOfTheNameGivesNoFunctionItsHooks() => Expect.FindAsync(Id, Project, Usings + """
        static class Other
        {
            internal static AIFunction WithHooks(this AIFunction function, string name) => function;

            internal static IChatClient Make(IChatClient inner, HookDispatcher hooks, AIFunction function)
            {
                _ = function.WithHooks("none");
                return new [|FunctionInvokingChatClient|](inner.WithHooks(hooks));
            }
        }
        """);

    [Fact]
    public Task FunctionsThatGetTheirHooksInAnotherFileAreFine() => Expect.NothingAsync(Id, Project(
        MethodOf("return new FunctionInvokingChatClient(inner.WithHooks(hooks));"),
        Usings + "static class Tools { internal static AITool[] All(HookDispatcher hooks) => [AIFunctionFactory.Create(() => 1).WithHooks(hooks)]; }"));

    [Fact]
    public Task OtherMethodsOfTheNameAreFine() => Expect.NothingAsync(Id, Project(Usings + """
        static class Other
        {
            internal static IChatClient WithHooks(this IChatClient client, string name) => client;

            internal static IChatClient Make(IChatClient inner) => new FunctionInvokingChatClient(inner.WithHooks("none"));
        }
        """));

    private static string AgentWith(string calls) => Usings + $$"""
        static class Agent
        {
            internal static async Task RunAsync(IChatClient inner, HookDispatcher hooks, List<AIFunction> tools, AIFunction function, AIFunction other, Dictionary<string, AIFunction> others)
            {
                var client = inner.WithHooks(hooks);
                var options = new ChatOptions { Tools = [.. tools, function] };
                var response = await client.GetResponseAsync("search", options);
                {{calls}}
            }
        }
        """;

    private static string MethodOf(string body) =>
        Usings + "static class Agent { internal static IChatClient Make(IChatClient inner, HookDispatcher hooks, AIFunction function) { " + body + " } }";

    private static HookCompilation Project(params ReadOnlySpan<string> sources) => HookCompilation.Library(sources) with
    {
        References = [MetadataReference.CreateFromFile(typeof(IChatClient).Assembly.Location), MetadataReference.CreateFromFile(typeof(HookedChatClientExtensions).Assembly.Location), Loop.Value],
    };

    private static readonly Lazy<MetadataReference> Loop = new(() => (HookCompilation.Library(Library) with
    {
        AssemblyName = "Microsoft.Extensions.AI",
        References = [MetadataReference.CreateFromFile(typeof(IChatClient).Assembly.Location)],
    }).Compile().Reference);
}
