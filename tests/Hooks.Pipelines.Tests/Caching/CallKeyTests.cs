using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Pipelines.Tests.Caching;

/// <summary>Which calls share a result.</summary>
public sealed class CallKeyTests
{
    private static readonly HookCache Own = new(TimeSpan.FromMinutes(1), null, shared: false);
    private static readonly HookCache Shared = new(TimeSpan.FromMinutes(1), null, shared: true);

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("""{"a":1}""", """{"a":1.0}""")]
    [InlineData("""{"a":1}""", """{"a":1e0}""")]
    [InlineData("""{"a":"A/"}""", """{"\u0061":"\u0041\/"}""")]
    [InlineData("""{"a":{"x":[1,{"y":2,"z":3}]}}""", """{"a":{"x":[1.0,{"z":3,"y":20e-1}]}}""")]
    public void Equal_arguments_share_a_key(string left, string right) => Assert.Equal(Key(left), Key(right));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"a":null}""", """{}""")]
    [InlineData("""{"a":1}""", """{"A":1}""")]
    [InlineData("""{"id":9007199254740993}""", """{"id":9007199254740992}""")]
    [InlineData("""{"a":"\u00e9"}""", """{"a":"e\u0301"}""")]
    public void Different_arguments_have_different_keys(string left, string right) => Assert.NotEqual(Key(left), Key(right));

    [Fact]
    public void Another_session_or_agent_has_another_key_unless_the_result_is_shared()
    {
        ToolCallContext[] calls =
        [
            new() { ToolName = "Read", SessionId = "1", AgentId = "a" },
            new() { ToolName = "Read", SessionId = "2", AgentId = "a" },
            new() { ToolName = "Read", SessionId = "1", AgentId = "b" },
            new() { ToolName = "Read", SessionId = "1" },
            new() { ToolName = "Read", SessionId = "1", AgentName = "a" },
        ];

        Assert.Distinct(calls.Select(call => CallKey.Of(call, Own)));
        Assert.Single(calls.Select(call => CallKey.Of(call, Shared)).Distinct());
        Assert.DoesNotContain(CallKey.Of(calls[0], Shared), calls.Select(call => CallKey.Of(call, Own)));
    }

    [Fact]
    public void Where_nobody_knows_the_session_only_a_shared_result_is_kept()
    {
        var call = new ToolCallContext { ToolName = "Read", AgentId = "a" };

        Assert.Null(CallKey.Of(call, Own));
        Assert.Null(CallKey.Of(call, new HookCache(TimeSpan.FromMinutes(1), "mine", shared: false)));
        Assert.NotNull(CallKey.Of(call, Shared));
    }

    [Fact]
    public void A_key_that_a_hook_gives_stands_for_the_arguments_but_not_for_target_or_session()
    {
        var named = new HookCache(TimeSpan.FromMinutes(1), "weather", shared: false);
        var call = new ToolCallContext { ToolName = "A", SessionId = "1" };

        Assert.Equal(CallKey.Of(call, named), CallKey.Of(new ToolCallContext { ToolName = "A", SessionId = "1", Arguments = new() { ["x"] = 1 } }, named));
        Assert.NotEqual(CallKey.Of(call, named), CallKey.Of(new ToolCallContext { ToolName = "B", SessionId = "1" }, named));
        Assert.NotEqual(CallKey.Of(call, named), CallKey.Of(new ToolCallContext { ToolName = "A", ServerName = "s", SessionId = "1" }, named));
        Assert.NotEqual(CallKey.Of(call, named), CallKey.Of(new ToolCallContext { ToolName = "A", SessionId = "2" }, named));
        Assert.NotEqual(CallKey.Of(new ModelCallContext { SessionId = "1", Model = "m" }, named), CallKey.Of(new ModelCallContext { SessionId = "1", Model = "n" }, named));
        Assert.NotEqual(CallKey.Of(new StateContext { SessionId = "1", Key = "k", Scope = "a" }, named), CallKey.Of(new StateContext { SessionId = "1", Key = "k", Scope = "b" }, named));
    }

    [Fact]
    public void A_shared_answer_of_one_agent_is_not_that_of_another()
    {
        Assert.NotEqual(CallKey.Of(new AgentContext { AgentName = "pessimist", Task = "t" }, Shared), CallKey.Of(new AgentContext { AgentName = "optimist", Task = "t" }, Shared));
    }

    [Fact]
    public void An_empty_session_is_nobodys()
    {
        Assert.Null(CallKey.Of(new ToolCallContext { ToolName = "Read", SessionId = "" }, Own));
    }

    [Fact]
    public void The_same_path_in_another_directory_is_another_file()
    {
        Assert.NotEqual(
            CallKey.Of(new ToolCallContext { ToolName = "Read", SessionId = "1", WorkingDirectory = "/a" }, Own),
            CallKey.Of(new ToolCallContext { ToolName = "Read", SessionId = "1", WorkingDirectory = "/b" }, Own));
    }

    [Fact]
    public void A_call_that_is_too_long_to_remember_has_no_key()
    {
        var call = new ToolCallContext { ToolName = "Write", SessionId = "1", Arguments = new() { ["content"] = new string('x', CallKey.MaxLength) } };

        Assert.Null(CallKey.Of(call, Own));
    }

    [Fact]
    public void Parts_cannot_be_shifted_from_one_to_the_next()
    {
        // Texts that look like lengths, separators and missing parts.
        var part = Gen.Elements<string?>(null, "", "-", "1:", "0:", "1:a", "a", "2:-1", "own", "derived", "{}");
        var parts = Gen.ListOf(part, 6).Select(list => list.ToArray());
        Prop.ForAll(parts.Two().ToArbitrary(), pair => pair.Item1.SequenceEqual(pair.Item2) == (Key(pair.Item1) == Key(pair.Item2)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

        static string? Key(string?[] parts) => CallKey.Of(
            new ToolCallContext { SessionId = $"s{parts[0] ?? "none"}", AgentId = parts[1], AgentName = parts[2], ServerName = parts[3], ToolName = parts[4] ?? "none", Arguments = new() { ["x"] = parts[5] } }, Own);
    }

    [Fact]
    public void A_model_call_is_known_by_all_that_the_model_is_given()
    {
        ModelCallContext[] calls =
        [
            new() { SessionId = "1", Model = "m" },
            new() { SessionId = "1", Model = "n" },
            new() { SessionId = "1", Model = "m", Provider = "p" },
            new() { SessionId = "1", Model = "m", SystemPrompt = "s" },
            new() { SessionId = "1", Model = "m", ContentKey = "image" },
            new() { SessionId = "1", Model = "m", ToolNames = [] },
            new() { SessionId = "1", Model = "m", ToolNames = ["t"] },
            new() { SessionId = "1", Model = "m", Options = new() { ["temperature"] = 1 } },
            new() { SessionId = "1", Model = "m", Messages = [new("user", "t")] },
            new() { SessionId = "1", Model = "m", Messages = [new("user", "t"), new("user", "t")] },
            new() { SessionId = "1", Model = "m", Messages = [new("system", "t")] },
        ];

        Assert.Distinct(calls.Select(call => CallKey.Of(call, Own)));
    }

    [Fact]
    public void A_state_read_is_known_by_scope_and_key_and_a_run_by_its_task()
    {
        Assert.NotEqual(
            CallKey.Of(new StateContext { SessionId = "1", Key = "k", Scope = "agent" }, Own),
            CallKey.Of(new StateContext { SessionId = "1", Key = "k", Scope = "global" }, Own));
        Assert.NotEqual(
            CallKey.Of(new AgentContext { SessionId = "1", Task = "a" }, Own),
            CallKey.Of(new AgentContext { SessionId = "1", Task = "b" }, Own));
    }

    [Fact]
    public void Of_a_workflow_only_a_hook_can_say_what_decides_its_output()
    {
        var named = new HookCache(TimeSpan.FromMinutes(1), "s", shared: false);
        WorkflowContext[] runs =
        [
            new() { SessionId = "1", WorkflowName = "w", Stage = "s", Input = new object() },
            new() { SessionId = "1", WorkflowName = "w", Stage = "t" },
            new() { SessionId = "1", WorkflowName = "v", Stage = "s" },
        ];

        Assert.Null(CallKey.Of("stage", runs[0], Own));
        Assert.Distinct(runs.Select(run => CallKey.Of("stage", run, named)).Append(CallKey.Of("workflow", runs[0], named)));
    }

    private static string? Key(string arguments) =>
        CallKey.Of(new ToolCallContext { ToolName = "Read", SessionId = "1", Arguments = HookArguments.Parse(arguments) }, Own);
}
