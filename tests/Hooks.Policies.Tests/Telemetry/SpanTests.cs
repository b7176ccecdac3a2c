using System.Diagnostics;

namespace Hooks.Policies.Tests.Telemetry;

[Collection(nameof(Listening))]
public sealed class SpanTests : IDisposable
{
    private static readonly ActivitySource Host = new("Host");

    private readonly List<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public SpanTests()
    {
        _listener = new()
        {
            ShouldListenTo = static source => source.Name is "Hooks" or "Host",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (_spans)
                    _spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_fire_has_a_span_with_one_for_each_hook_within_it(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        Activity? within = null;
        scene.Hooks.OnPlain = async _ =>
        {
            await Task.Yield();
            within = Activity.Current;
            return HookResult.Continue;
        };
        scene.Hooks.OnAfterTimed = _ => HookResult.Cancel("no");
        using (var host = Host.StartActivity("turn")!)
        {
            await scene.Dispatcher.BeforeToolCallAsync(new() { ToolName = "bash", CallId = "7", SessionId = "s", AgentName = "a" });
            Assert.Same(host, Activity.Current);
        }

        var fire = Assert.Single(_spans, span => span.OperationName == "hook.fire BeforeToolCall");
        Assert.Equal(Assert.Single(_spans, span => span.OperationName == "turn").SpanId, fire.ParentSpanId);
        Assert.Equal("cancel", fire.GetTagItem("hook.result"));
        Assert.Equal(("bash", "7", "execute_tool", "s", "a"), (fire.GetTagItem("gen_ai.tool.name"), fire.GetTagItem("gen_ai.tool.call.id"), fire.GetTagItem("gen_ai.operation.name"), fire.GetTagItem("gen_ai.conversation.id"), fire.GetTagItem("gen_ai.agent.name")));
        var hooks = _spans.Where(span => span.OperationName.StartsWith("hook ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["hook timed", "hook plain", "hook after-timed"], hooks.Select(span => span.OperationName));
        Assert.All(hooks, span => Assert.Equal(fire.SpanId, span.ParentSpanId));
        Assert.Equal("hook plain", within?.OperationName);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_failed_hook_has_a_span_that_says_so_without_the_exceptions_text(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        scene.Hooks.OnAfterTimed = _ => throw new IOException("secret");
        await scene.Dispatcher.BeforeToolCallAsync(Scene.Call());

        var span = Assert.Single(_spans, span => span.OperationName == "hook after-timed");
        Assert.Equal((ActivityStatusCode.Error, "System.IO.IOException"), (span.Status, span.GetTagItem("error.type")));
        Assert.DoesNotContain(_spans, one => one.StatusDescription?.Contains("secret", StringComparison.Ordinal) == true || one.TagObjects.Any(tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal)));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Background_work_belongs_to_the_trace_of_its_fire(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        ActivityTraceId trace;
        using (var host = Host.StartActivity("turn")!)
        {
            trace = host.TraceId;
            await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
        }

        await scene.DisposeAsync();
        var background = Assert.Single(_spans, span => span.OperationName == "hook background");
        Assert.Equal(trace, background.TraceId);

        // One span for the fire, one for the call that it left behind, and the hook's within that.
        Assert.Single(_spans, span => span.OperationName == "hook.fire AfterToolCall");
        var call = Assert.Single(_spans, span => span.OperationName == "hook.background AfterToolCall");
        Assert.Equal(call.SpanId, background.ParentSpanId);
        Assert.Equal(("AfterToolCall", "background", "continue"), (call.GetTagItem("hook.point"), call.GetTagItem("hook.name"), call.GetTagItem("hook.result")));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_callers_cancellation_is_no_error(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        using var caller = new CancellationTokenSource();
        scene.Hooks.OnTimed = (_, token) =>
        {
            caller.Cancel();
            return ValueTask.FromCanceled<HookResult>(caller.Token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.Dispatcher.BeforeToolCallAsync(Scene.Call(), caller.Token).AsTask());

        Assert.Equal(["hook timed", "hook.fire BeforeToolCall"], _spans.Select(span => span.OperationName));
        Assert.All(_spans, span => Assert.Equal((ActivityStatusCode.Unset, "cancelled", null), (span.Status, span.GetTagItem("hook.result"), span.GetTagItem("error.type"))));
    }

    [Fact]
    public async Task A_hook_that_is_not_called_has_a_span_that_says_why()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        scene.Dispatcher.FindHook(Scripted.Broken)!.CircuitBreaker!.Open();
        Assert.True((await scene.Dispatcher.AfterModelCallAsync(new())).IsCancel);

        var span = Assert.Single(_spans, span => span.OperationName == "hook broken");
        Assert.Equal((ActivityStatusCode.Error, "circuit_open"), (span.Status, span.GetTagItem("error.type")));
    }

    [Fact]
    public async Task A_call_in_the_background_of_a_fire_that_nobody_traced_has_a_span_of_its_own()
    {
        await using var scene = new Scene(HookExecutionPath.Compiled);
        await scene.Dispatcher.AfterToolCallAsync(Scene.Call());
        await scene.DisposeAsync();

        Assert.Null(Activity.Current);
        Assert.Single(_spans, span => span.OperationName == "hook.background AfterToolCall");
    }

    [Fact]
    public async Task A_span_knows_what_its_context_knows()
    {
        await using var scene = new Scene(HookExecutionPath.General);
        scene.Dispatcher.Observe<PermissionContext>(HookPoint.PermissionRequest, static _ => { });
        scene.Dispatcher.Observe<PromptContext>(HookPoint.BeforePromptBuild, static _ => { });
        var dispatcher = scene.Dispatcher;
        await dispatcher.PermissionRequestAsync(new() { ToolName = "bash", CallId = "7" });
        await dispatcher.AfterWorkflowCompleteAsync(new() { WorkflowName = "release" });
        await dispatcher.BeforePromptBuildAsync(new() { Model = "m", Provider = "p" });
        await dispatcher.AfterModelCallAsync(new() { Model = "m", FinishReason = "stop", Usage = new() { InputTokens = 3, OutputTokens = 4 } });
        await scene.DisposeAsync();

        object?[] Of(string point, params string[] names)
        {
            var span = Assert.Single(_spans, span => span.OperationName == "hook.fire " + point);
            return [.. names.Select(span.GetTagItem)];
        }

        Assert.Equal(["execute_tool", "bash", "7"], Of("PermissionRequest", "gen_ai.operation.name", "gen_ai.tool.name", "gen_ai.tool.call.id"));
        Assert.Equal(["invoke_workflow", "release"], Of("AfterWorkflowComplete", "gen_ai.operation.name", "gen_ai.workflow.name"));
        Assert.Equal(["m", "p"], Of("BeforePromptBuild", "gen_ai.request.model", "gen_ai.provider.name"));
        Assert.Equal([3L, 4L], Of("AfterModelCall", "gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens"));
        Assert.Equal(["stop"], Assert.IsType<string[]>(Of("AfterModelCall", "gen_ai.response.finish_reasons")[0]));
    }
}
