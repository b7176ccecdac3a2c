namespace Hooks.Pipelines.Tests.Models;

/// <summary>What each verdict makes of a model call, and what hooks and host get to see.</summary>
public sealed class ModelCallTests
{
    private readonly FakeClock _clock = new();
    private readonly List<string> _calls = [];
    private HookDispatcher _hooks = new(new EmptyTable());

    [Fact]
    public async Task An_answer_reaches_the_hooks_with_what_the_host_says_about_it()
    {
        var seen = new List<(object?, string?, string?, long?)>();
        _hooks.Observe<ModelCallContext>(HookPoint.AfterModelCall, call => seen.Add((call.Response, call.ResponseText, call.FinishReason, call.Usage?.TotalTokens)));
        var response = new object();
        var final = await _hooks.InvokeModelAsync(new() { Model = "m" }, (call, _) =>
        {
            call.ResponseText = "hello";
            call.FinishReason = "stop";
            call.Usage = new() { InputTokens = 1, OutputTokens = 2 };
            return new(response);
        });

        Assert.Equal([(response, "hello", "stop", 3L)], seen);
        Assert.Equal((ToolCallOutcome.Succeeded, response, "hello"), (final.Outcome, final.Response, final.ResponseText));
    }

    [Fact]
    public async Task A_denied_call_is_not_made()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, _ => HookResult.Cancel("no budget"));
        var final = await CallAsync();

        Assert.Empty(_calls);
        Assert.Equal((ToolCallOutcome.Denied, null, "no budget", null), (final.Outcome, final.Response, final.ErrorMessage, final.Error));
    }

    [Fact]
    public async Task A_withheld_answer_leaves_its_reason()
    {
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, _ => HookResult.Cancel("leaks a name"));
        var final = await CallAsync();

        Assert.Equal((ToolCallOutcome.Withheld, "leaks a name", "leaks a name"), (final.Outcome, final.ResponseText, final.ErrorMessage));
    }

    [Theory]
    [InlineData(HookPoint.BeforeModelCall, 0)]
    [InlineData(HookPoint.AfterModelCall, 1)]
    public async Task A_value_stands_in_for_the_answer(HookPoint point, int calls)
    {
        _hooks.Register<ModelCallContext>(point, _ => HookResult.Replace("canned"));
        var final = await CallAsync();

        Assert.Equal((calls, ToolCallOutcome.Replaced, "canned", "canned"), (_calls.Count, final.Outcome, final.Response, final.ResponseText));
    }

    [Fact]
    public async Task What_a_hook_changes_is_what_is_sent_and_what_comes_back()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call =>
        {
            call.Messages.Add(new("system", "be brief"));
            return HookResult.Modified;
        });
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, call =>
        {
            call.ResponseText += "!";
            return HookResult.Modified;
        });
        var final = await _hooks.InvokeModelAsync(new() { Model = "m" }, (call, _) => new(call.Messages[0].Content));

        Assert.Equal("be brief!", final.ResponseText);
    }

    [Fact]
    public async Task A_redirect_calls_another_model_after_its_own_hooks_and_those_of_the_switch()
    {
        var told = new List<string>();
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Model == "large" ? HookResult.Redirect("small") : HookResult.Continue);
        _hooks.Observe<ModelSwitchContext>(HookPoint.ModelSwitch, change =>
        {
            told.Add($"{change.FromModel} to {change.ToModel}, {change.Source}");
            change.ToProvider = "other";
        });
        _hooks.Observe<ModelSwitchContext>(HookPoint.ProviderSwitch, change => told.Add($"{change.FromProvider} to {change.ToProvider}"));
        var final = await CallAsync(new() { Model = "large", Provider = "one" });

        Assert.Equal(["large to small, redirect", "one to other"], told);
        Assert.Equal(["small"], _calls);
        Assert.Equal((ToolCallOutcome.Redirected, "answer of small"), (final.Outcome, final.ResponseText));
    }

    [Fact]
    public async Task A_switch_to_which_a_hook_objects_does_not_happen_and_neither_does_the_call()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, _ => HookResult.Redirect("small"));
        _hooks.Register<ModelSwitchContext>(HookPoint.ModelSwitch, _ => HookResult.Cancel("too small"));
        var final = await CallAsync();

        Assert.Empty(_calls);
        Assert.Equal((ToolCallOutcome.Denied, "too small"), (final.Outcome, final.ErrorMessage));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_switch_may_need_approval(bool approves)
    {
        _hooks = new(new EmptyTable(), new() { Pipeline = new() { Approver = new Approver(approves ? HookApproval.Approve() : HookApproval.Deny("no")) } });
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Model == "m" ? HookResult.Redirect("small") : HookResult.Continue);
        _hooks.Register<ModelSwitchContext>(HookPoint.ModelSwitch, _ => HookResult.Ask("dear"));
        var final = await CallAsync();

        Assert.Equal(approves ? ToolCallOutcome.Redirected : ToolCallOutcome.Denied, final.Outcome);
        Assert.Equal(approves ? ["small"] : [], _calls);
    }

    [Fact]
    public async Task A_hit_goes_past_the_hooks_with_all_that_was_known_of_the_answer()
    {
        var judged = new List<string?>();
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, _ => HookResult.Cache(TimeSpan.FromMinutes(1)));
        _hooks.Observe<ModelCallContext>(HookPoint.AfterModelCall, call => judged.Add(call.ResponseText));
        await CallAsync(new() { Model = "m", SessionId = "1" });
        var hit = await CallAsync(new() { Model = "m", SessionId = "1" });
        var other = await CallAsync(new() { Model = "m", SessionId = "2" });

        Assert.Equal((ToolCallOutcome.Cached, "answer of m"), (hit.Outcome, hit.ResponseText));
        Assert.Equal(ToolCallOutcome.Succeeded, other.Outcome);
        Assert.Equal(["answer of m", "answer of m", "answer of m"], judged);
    }

    [Fact]
    public async Task Models_vote_by_their_texts()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Parent is null
            ? HookResult.Fork([new("a"), new("b"), new("c")], HookForkMerge.Vote)
            : HookResult.Continue);
        var final = await _hooks.InvokeModelAsync(new() { Model = "m" }, (call, _) =>
        {
            call.ResponseText = call.Model == "a" ? "yes" : "no";
            return new(new object());
        });

        Assert.Equal((ToolCallOutcome.Succeeded, "no"), (final.Outcome, final.ResponseText));
    }

    [Fact]
    public async Task All_answers_of_a_fork_come_in_the_order_of_its_branches()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Parent is null
            ? HookResult.Fork([new("a"), new("b")], HookForkMerge.All)
            : HookResult.Continue);
        var final = await CallAsync();

        Assert.Equal(["answer of a", "answer of b"], Assert.IsType<object?[]>(final.Response));
        Assert.Equal("answer of a\n\nanswer of b", final.ResponseText);
    }

    [Fact]
    public async Task A_failed_call_is_made_again_as_a_hook_has_asked_before()
    {
        _hooks = new(new EmptyTable(), new() { TimeProvider = _clock });
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, _ => HookResult.Retry(delay: TimeSpan.FromSeconds(2), maxAttempts: 1));
        var running = _hooks.InvokeModelAsync(new() { Model = "m" }, (_, _) =>
        {
            _calls.Add("m");
            return _calls.Count == 1 ? throw new TimeoutException() : new("second");
        }).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(2));
        var final = await running;

        Assert.Equal((2, ToolCallOutcome.Succeeded, "second"), (_calls.Count, final.Outcome, final.ResponseText));
    }

    [Fact]
    public async Task A_failure_is_told_and_not_thrown()
    {
        var error = new InvalidOperationException("no such model");
        var told = new List<Exception?>();
        _hooks.Observe<ErrorContext>(HookPoint.ErrorOccurred, context => told.Add(context.Error));
        var final = await _hooks.InvokeModelAsync(new() { Model = "m" }, (_, _) => throw error);

        Assert.Equal((ToolCallOutcome.Failed, error), (final.Outcome, final.Error));
        Assert.Equal([error], told);
    }

    private async Task<ModelCallContext> CallAsync(ModelCallContext? context = null) =>
        await _hooks.InvokeModelAsync(context ?? new() { Model = "m" }, (call, _) =>
        {
            lock (_calls)
                _calls.Add(call.Model!);
            return new($"answer of {call.Model}");
        });

    [Fact]
    public async Task An_answer_that_is_only_tool_calls_keeps_them()
    {
        var final = await _hooks.InvokeModelAsync(new() { Model = "m" }, (call, _) =>
        {
            (call.RequestedTools, call.FinishReason, call.Cost) = (["search"], "tool_calls", 1m);
            return new((object?)null);
        });

        Assert.Equal((ToolCallOutcome.Succeeded, "search", "tool_calls", 1m), (final.Outcome, final.RequestedTools?.Single(), final.FinishReason, final.Cost));
    }

    [Fact]
    public async Task What_a_hit_has_cost_is_not_spent_again()
    {
        var costs = new List<decimal?>();
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, _ => HookResult.Cache(TimeSpan.FromMinutes(1)));
        _hooks.Observe<ModelCallContext>(HookPoint.AfterModelCall, call => costs.Add(call.Cost));
        for (var i = 0; i < 2; i++)
            await _hooks.InvokeModelAsync(new() { Model = "m", SessionId = "1" }, Paid);

        Assert.Equal([1m, null], costs);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_answer_has_cost_that_nobody_gets_is_spent(bool withheld)
    {
        _hooks.Register<ModelCallContext>(HookPoint.AfterModelCall, _ => withheld ? HookResult.Cancel("no") : HookResult.Replace("other"));
        var final = await _hooks.InvokeModelAsync(new() { Model = "m" }, Paid);

        Assert.Equal((withheld ? "no" : "other", 1m, 3L), (final.ResponseText, final.Cost, final.Usage?.TotalTokens));
    }

    [Fact]
    public async Task A_branch_of_another_model_goes_past_those_who_object_to_a_switch()
    {
        _hooks.Register<ModelCallContext>(HookPoint.BeforeModelCall, call => call.Model == "m" ? HookResult.Fork([new("expensive"), new("m")]) : HookResult.Continue);
        _hooks.Register<ModelSwitchContext>(HookPoint.ModelSwitch, change => change.ToModel == "expensive" ? HookResult.Cancel("too dear") : HookResult.Continue);
        var called = new List<string?>();
        var final = await _hooks.InvokeModelAsync(new() { Model = "m" }, (call, _) =>
        {
            called.Add(call.Model);
            return new("answer");
        });

        Assert.NotEqual("answer", final.ResponseText);
        Assert.Empty(called);
    }

    private static ValueTask<object?> Paid(ModelCallContext call, CancellationToken token)
    {
        (call.Cost, call.Usage) = (1m, new() { InputTokens = 1, OutputTokens = 2 });
        return new("answer");
    }
}
