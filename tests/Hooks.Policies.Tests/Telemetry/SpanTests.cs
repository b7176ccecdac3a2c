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
    }
}
