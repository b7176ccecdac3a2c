using System.Collections.ObjectModel;
using System.Threading.Tasks.Sources;

namespace Hooks.Policies.Tests;

/// <summary>Fires that cannot go on as planned: the context cannot be copied, the matcher throws, the time is over.</summary>
public sealed class StrandedFireTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_context_that_cannot_be_copied_ends_the_fire_and_the_failure_is_told(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.Hooks[Scripted.Broken] = new() { OnFailure = HookFailurePolicy.Continue });
        CancellationToken given = default;
        var late = new TaskCompletionSource<HookResult>();
        scene.Hooks.OnBroken = (_, token) =>
        {
            given = token;
            return new(late.Task);
        };
        var call = new ModelCallContext { Messages = new Unreadable() };
        var fire = scene.Dispatcher.AfterModelCallAsync(call).AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        var verdict = await fire.WaitAsync(Scene.Patience);

        Assert.True(verdict.IsCancel);
        Assert.Equal(Scripted.Broken, call.DecidedBy?.Name);
        Assert.IsType<AggregateException>(Assert.Single(scene.Reports).Exception);
        Assert.True(given.IsCancellationRequested);
        Assert.Equal(1, scene.Dispatcher.FindHook(Scripted.Broken)?.CircuitBreaker?.Failures);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_time_of_the_fire_denies_whatever_the_hook_is_to_throw(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options =>
        {
            options.FireTimeout = TimeSpan.FromMilliseconds(500);
            options.Hooks[Scripted.Timed] = new() { OnFailure = HookFailurePolicy.Throw };
        });
        scene.Hooks.OnTimed = (_, _) => new(new TaskCompletionSource<HookResult>().Task);
        var fire = scene.Dispatcher.BeforeToolCallAsync(Scene.Call()).AsTask();
        scene.Clock.Advance(TimeSpan.FromMilliseconds(500));
        var verdict = await fire.WaitAsync(Scene.Patience);

        Assert.True(verdict.IsCancel);
        Assert.Equal([HookReportKind.Failed, HookReportKind.Refused], scene.Kinds);
        Assert.Contains("(Throw)", scene.Reports[0].Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_hook_whose_matcher_has_thrown_does_not_run_for_another_tool_and_denies(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var context = new OddContext();
        var fire = scene.Dispatcher.FireAsync(context).AsTask();
        while (!fire.IsCompleted)
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("the hook 'for-bash' failed", (await fire).Reason);
        Assert.Equal(2, context.Asked);
        Assert.Equal([HookReportKind.Failed], scene.Kinds);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_host_that_keeps_the_frozen_context_goes_on_with_what_took_its_place(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.Hooks[Scripted.Timed] = new() { OnFailure = HookFailurePolicy.Continue });
        scene.Hooks.OnTimed = (_, _) => new(new TaskCompletionSource<HookResult>().Task);
        scene.Hooks.OnAfterTimed = call =>
        {
            call.Arguments["command"] = "redacted";
            return HookResult.Modified;
        };
        HookContext? seen = null;
        scene.Hooks.OnObserver = call => seen = call;
        var call = Scene.Call("secret");
        var fire = scene.Dispatcher.BeforeToolCallAsync(call).AsTask();
        scene.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await fire.WaitAsync(Scene.Patience)).IsModified);
        await scene.Dispatcher.AfterToolCallAsync(call);

        Assert.Equal("redacted", call.Final.Arguments["command"]);
        Assert.Same(call.Final, seen);
        Assert.Contains("Final", Assert.Throws<InvalidOperationException>(() => call.Result = "late").Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_callers_cancellation_ends_a_fire_in_which_another_attempt_is_due(HookExecutionPath path)
    {
        await using var scene = new Scene(path, options => options.Hooks[Scripted.Retried] = new() { OnFailure = HookFailurePolicy.Continue });
        using var caller = new CancellationTokenSource();
        scene.Hooks.OnRetried = _ =>
        {
            caller.Cancel();
            throw new IOException();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.Dispatcher.BeforeModelCallAsync(new(), caller.Token).AsTask());
        Assert.Equal([HookReportKind.Failed], scene.Kinds);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_task_that_throws_when_it_is_asked_again_leaves_the_depth_as_it_was(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var depth = 0;
        scene.Dispatcher.Observe<AgentContext>(HookPoint.AgentLoopEnd, _ =>
        {
            depth++;
            scene.Dispatcher.AgentLoopEnd(new());
        });
        for (var i = 0; i < 20; i++)
            await scene.Dispatcher.FireAsync(new PuzzlingContext());
        await scene.Dispatcher.AgentLoopEndAsync(new());

        Assert.Equal(20, scene.Kinds.Count(kind => kind == HookReportKind.Failed));
        Assert.Equal(HookDispatcher.MaxDepth, depth);
    }

    [Hook<PuzzlingContext>(Name = "puzzling")]
    internal static ValueTask Puzzling(PuzzlingContext context) => new(context, 0);

    [Hook<OddContext>(Tools = "bash", Retries = 1, Name = "for-bash")]
    internal static HookResult ForBash(OddContext context) => HookResult.Cancel($"not for {context.AgentName}");

    private sealed class Unreadable() : Collection<HookMessage>, IList<HookMessage>, IEnumerable<HookMessage>
    {
        int ICollection<HookMessage>.Count => throw new IOException("gone");

        void ICollection<HookMessage>.CopyTo(HookMessage[] array, int index) => throw new IOException("gone");

        IEnumerator<HookMessage> IEnumerable<HookMessage>.GetEnumerator() => throw new IOException("gone");
    }
}

/// <summary>A task that waits when it is first looked at, and throws from then on.</summary>
[HookPoint("puzzling")]
internal sealed class PuzzlingContext : CustomHookContext, IValueTaskSource
{
    private bool _wasAsked;

    public void GetResult(short token) => throw new IOException("gone");

    public ValueTaskSourceStatus GetStatus(short token)
    {
        if (_wasAsked)
            throw new IOException("gone");
        _wasAsked = true;
        return ValueTaskSourceStatus.Pending;
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => continuation(state);
}

[HookPoint("odd", Blocking = true)]
internal sealed class OddContext : CustomHookContext
{
    public int Asked { get; private set; }

    public string ToolName => ++Asked == 1 ? throw new IOException("not yet") : "other";
}
