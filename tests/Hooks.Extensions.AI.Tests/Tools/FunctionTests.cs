using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Tools;

/// <summary>A single function with hooks around it.</summary>
public sealed class FunctionTests
{
    private static readonly AIFunction Echo = AIFunctionFactory.Create((string text, int times = 1) => string.Concat(Enumerable.Repeat(text, times)), "echo", "Says it again.");

    [Fact]
    public async Task The_function_looks_like_itself()
    {
        await using var scene = new Scene();
        var hooked = Echo.WithHooks(scene.Dispatcher);
        Assert.Equal((Echo.Name, Echo.Description), (hooked.Name, hooked.Description));
        Assert.Equal(Echo.JsonSchema.ToString(), hooked.JsonSchema.ToString());
        Assert.Same(hooked, hooked.WithHooks(scene.Dispatcher));
        Assert.NotSame(hooked, hooked.WithHooks(HookDispatcher.None));
    }

    [Fact]
    public async Task Hooks_see_the_arguments_the_services_the_call_and_the_result()
    {
        ToolCallContext? before = null, after = null;
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => { before = call; return default; });
        scene.Dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, call => after = call);
        var services = new Services();
        var result = await Echo.WithHooks(scene.Dispatcher).InvokeAsync(new FunctionCallContent("c7", "echo", Json("""{"text":"ha","times":2}""")), services);
        Assert.Equal("haha", Text(result));
        Assert.Equal(("echo", "c7", """{"text":"ha","times":2}"""), (before!.ToolName, before.CallId, before.Arguments.ToJson()));
        Assert.Same(services, before.Services);
        Assert.Equal((ToolCallOutcome.Succeeded, (object)"haha"), (after!.Outcome, after.Result));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_it_does_to_its_arguments_does_not_change_what_the_model_has_said(bool isHooked)
    {
        await using var scene = new Scene();
        AIFunction function = new Plain("note", arguments => arguments["seen"] = true);
        var call = new FunctionCallContent("c1", "note", new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["Text"] = "ha" });
        Assert.Equal(true, await (isHooked ? function.WithHooks(scene.Dispatcher) : function).InvokeAsync(call));
        Assert.Equal(["Text"], call.Arguments!.Keys);
        Assert.Equal("ha", await new Plain("read", arguments => arguments["text"]).InvokeAsync(call));
    }

    [Fact]
    public async Task A_function_that_stands_for_itself_can_know_its_session_and_its_agent()
    {
        var calls = new List<(string?, string?, string?)>();
        var runs = 0;
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call =>
        {
            calls.Add((call.SessionId, call.AgentName, call.AgentId));
            return HookResult.Cache(TimeSpan.FromHours(1));
        });
        var hooked = new Plain("rate", _ => ++runs).WithHooks(scene.Dispatcher, new()
        {
            IsReadOnly = true,
            AgentName = "clerk",
            AgentId = "a1",
            SessionId = arguments => arguments.Context?["session"] as string,
        });
        var results = new List<object?>();
        foreach (var session in new[] { "s1", "s1", "s2" })
            results.Add(await hooked.InvokeAsync(new() { Context = new Dictionary<object, object?> { ["session"] = session } }));
        Assert.Equal([1, 1, 2], results);
        Assert.Equal([("s1", "clerk", "a1"), ("s1", "clerk", "a1"), ("s2", "clerk", "a1")], calls);
    }

    [Fact]
    public async Task Within_a_request_it_has_the_requests_own_where_it_says_nothing_else()
    {
        ToolCallContext? seen = null;
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => { seen = call; return default; });
        using var client = scene.Around(
            new ScriptedClient(async request => { await request.CallAsync("echo", new() { ["text"] = "ha" }); return new(new ChatMessage(ChatRole.Assistant, "done")); }),
            new() { AgentName = "clerk", AgentId = "a1", SessionId = _ => "s1" });
        await client.GetResponseAsync("?", new() { Tools = [Echo.WithHooks(scene.Dispatcher, new() { AgentId = "a2", SessionId = _ => null })] });
        Assert.Equal(("s1", "clerk", "a2"), (seen!.SessionId, seen.AgentName, seen.AgentId));
    }

    [Fact]
    public async Task Changed_arguments_reach_the_function_and_the_others_stay_as_they_are()
    {
        object? seen = null;
        var function = new Plain("plain", arguments => { seen = arguments["text"]; return $"{arguments["count"]} {arguments["list"]} {arguments["text"]} {arguments.Count}"; });
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call =>
        {
            call.Arguments["count"] = 5;
            call.Arguments["list"] = new[] { 1, 2 };
            call.Arguments.Remove("secret");
            return HookResult.Modified;
        });
        var text = new string("kept");
        Assert.Equal("5 [1,2] kept 3", await function.WithHooks(scene.Dispatcher).InvokeAsync(new() { ["text"] = text, ["count"] = 1, ["secret"] = "s" }));
        Assert.Same(text, seen);
    }

    [Fact]
    public async Task Arguments_of_ones_own_type_are_judged_as_their_json_and_handed_on_as_they_are()
    {
        string? judged = null;
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => { judged = call.Arguments.ToJson(); return default; });
        var target = new Uri("https://example.com/a");
        var hooked = new Plain("open", arguments => ReferenceEquals(arguments["target"], target)).WithHooks(scene.Dispatcher);
        Assert.Equal(true, await hooked.InvokeAsync(new() { ["target"] = target }));
        Assert.Equal("""{"target":"https://example.com/a"}""", judged);
    }

    [Fact]
    public async Task What_no_hook_can_judge_is_not_called()
    {
        await using var scene = new Scene();
        var hooked = new Plain("read", _ => throw new InvalidOperationException("called"), knowsTypes: false).WithHooks(scene.Dispatcher);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => hooked.InvokeAsync(new() { ["source"] = new Services() }).AsTask());
        Assert.StartsWith("The function 'read' is called with an argument 'source' that no hook can judge: 'source' cannot be JSON", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denied_call_gives_the_model_the_reason_and_is_not_made()
    {
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, _ => HookResult.Cancel("not on Sundays"));
        Assert.Equal("not on Sundays", await Broken("called").WithHooks(scene.Dispatcher).InvokeAsync());
    }

    [Fact]
    public async Task A_guard_that_breaks_denies_with_nothing_of_its_error()
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolValidation, _ => throw new InvalidOperationException("secret detail"));
        var text = Assert.IsType<string>(await Broken("called").WithHooks(scene.Dispatcher).InvokeAsync());
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withheld_result_is_its_reason_and_a_replaced_one_the_other()
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolResultReady, call => (string?)call.Result switch
        {
            "a" => HookResult.Cancel("[withheld]"),
            "b" => HookResult.Replace(new HookArguments { ["answer"] = 42 }),
            _ => HookResult.Continue,
        });
        var echo = Echo.WithHooks(scene.Dispatcher);
        Assert.Equal("[withheld]", await echo.InvokeAsync(new() { ["text"] = "a" }));
        Assert.Equal("""{"answer":42}""", Assert.IsType<JsonElement>(await echo.InvokeAsync(new() { ["text"] = "b" })).GetRawText());
        Assert.Equal(JsonValueKind.String, Assert.IsType<JsonElement>(await echo.InvokeAsync(new() { ["text"] = "c" })).ValueKind);
    }

    [Fact]
    public async Task A_failing_function_throws_its_own_exception_unless_a_hook_gets_over_it()
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolError, call => call.ErrorMessage == "mild" ? HookResult.Replace("fine") : HookResult.Continue);
        var error = await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => Broken("grave").WithHooks(scene.Dispatcher).InvokeAsync().AsTask());
        Assert.Equal("grave", error.Message);
        Assert.Equal("fine", await Broken("mild").WithHooks(scene.Dispatcher).InvokeAsync());
    }

    [Fact]
    public async Task Only_a_function_that_says_so_is_called_again()
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolError, _ => HookResult.Retry());
        int[] calls = [0, 0, 0];
        AIFunction Failing(int index, bool says) => AIFunctionFactory.Create(
            () => ++calls[index] == 3 ? "third" : throw new InvalidOperationException("busy"),
            new AIFunctionFactoryOptions { Name = "f", AdditionalProperties = says ? new Dictionary<string, object?> { [HookedAIFunctionOptions.ReadOnlyKey] = true } : null });
        Assert.Equal("third", Text(await Failing(0, true).WithHooks(scene.Dispatcher).InvokeAsync()));
        Assert.Equal("third", Text(await Failing(1, false).WithHooks(scene.Dispatcher, new() { IsIdempotent = true }).InvokeAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Failing(2, false).WithHooks(scene.Dispatcher).InvokeAsync().AsTask());
        Assert.Equal([3, 3, 1], calls);
    }

    [Fact]
    public async Task What_an_attempt_does_to_its_arguments_the_next_does_not_see()
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolError, _ => HookResult.Retry());
        var seen = new List<object?>();
        var function = new Plain("take", arguments =>
        {
            seen.Add(arguments["text"]);
            arguments["text"] = "spoiled";
            return seen.Count == 2 ? "done" : throw new InvalidOperationException("busy");
        });
        Assert.Equal("done", await function.WithHooks(scene.Dispatcher, new() { IsIdempotent = true }).InvokeAsync(new() { ["text"] = "fresh" }));
        Assert.Equal(["fresh", "fresh"], seen);
    }

    [Fact]
    public async Task Targets_that_are_null_are_refused_where_they_are_given()
    {
        await using var scene = new Scene();
        Assert.Throws<ArgumentNullException>("RedirectTargets", () => new Plain("shell", _ => "danger").WithHooks(scene.Dispatcher, new() { RedirectTargets = null! }));
    }

    [Fact]
    public async Task A_redirect_calls_another_function_and_an_unknown_one_is_named()
    {
        var target = "sandbox";
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => call.ToolName == "shell" ? HookResult.Redirect(target) : HookResult.Continue);
        var hooked = new Plain("shell", _ => "danger").WithHooks(scene.Dispatcher, new() { RedirectTargets = [new Plain("sandbox", arguments => $"safe {arguments["command"]}")] });
        Assert.Equal("safe ls", await hooked.InvokeAsync(new() { ["command"] = "ls" }));
        target = "nowhere";
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => hooked.InvokeAsync(new() { ["command"] = "ls" }).AsTask());
        Assert.EndsWith("to 'nowhere', which is not among the functions of the request or its RedirectTargets: sandbox.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Added_context_stands_behind_the_result()
    {
        await using var scene = new Scene().OnTool(HookPoint.ToolResultReady, call => { call.AddContext("mind the gap"); return default; });
        Assert.Equal("ha\n\nmind the gap", await Echo.WithHooks(scene.Dispatcher).InvokeAsync(new() { ["text"] = "ha" }));
        var picture = Assert.IsType<List<AIContent>>(await new Plain("draw", _ => new UriContent("https://example.com/a.png", "image/png")).WithHooks(scene.Dispatcher).InvokeAsync());
        Assert.Equal("mind the gap", Assert.IsType<TextContent>(picture[1]).Text);
    }

    [Fact]
    public async Task After_disposal_nothing_is_called()
    {
        var scene = new Scene();
        var hooked = Broken("called").WithHooks(scene.Dispatcher);
        await scene.DisposeAsync();
        Assert.Equal("the hook dispatcher has been disposed", await hooked.InvokeAsync());
    }

    [Fact]
    public async Task The_callers_token_reaches_the_function()
    {
        await using var scene = new Scene();
        using var source = new CancellationTokenSource();
        var outcomes = new List<ToolCallOutcome>();
        scene.Dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, call => outcomes.Add(call.Outcome));
        var hooked = AIFunctionFactory.Create(async (CancellationToken token) => { source.Cancel(); await Task.Delay(Timeout.Infinite, token); }, "wait").WithHooks(scene.Dispatcher);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hooked.InvokeAsync(cancellationToken: source.Token).AsTask());
        Assert.Equal([ToolCallOutcome.Cancelled], outcomes);
    }

    internal static string? Text(object? result) => result is JsonElement json ? json.GetString() : result as string;

    private static Plain Broken(string message) => new("broken", _ => throw new TimeZoneNotFoundException(message));

    private static Dictionary<string, object?> Json(string text) => JsonSerializer.Deserialize<Dictionary<string, object?>>(text)!;

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    /// <summary>A function that takes its arguments as they are.</summary>
    private sealed class Plain(string name, Func<AIFunctionArguments, object?> call, bool knowsTypes = true) : AIFunction
    {
        private static readonly JsonSerializerOptions Nothing = new() { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

        public override JsonSerializerOptions JsonSerializerOptions => knowsTypes ? base.JsonSerializerOptions : Nothing;

        public override string Name => name;

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => new(call(arguments));
    }
}
