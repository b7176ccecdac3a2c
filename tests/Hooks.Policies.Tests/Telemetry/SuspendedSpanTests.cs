using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hooks.Policies.Tests.Telemetry;

/// <summary>Many fires that are suspended at the same time and go on upon other threads: every span stays within its own fire's.</summary>
[Collection(nameof(Listening))]
public sealed class SuspendedSpanTests : IDisposable
{
    private const int Fires = 64;
    private static readonly ActivitySource Host = new("SuspendedHost");

    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public SuspendedSpanTests()
    {
        _listener = new()
        {
            ShouldListenTo = static source => source.Name is "Hooks" or "SuspendedHost",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Every_hook_is_within_its_own_fire_and_every_fire_within_its_own_caller(HookExecutionPath path)
    {
        await using var scene = new Scene(path);
        var gates = new ConcurrentDictionary<string, TaskCompletionSource>();
        var seen = new ConcurrentBag<(string Call, string Hook, Activity Span)>();
        scene.Hooks.OnTimed = async (call, _) =>
        {
            Remember(call, Scripted.Timed);
            await Gate(call, Scripted.Timed);
            Remember(call, Scripted.Timed);
            return default;
        };
        scene.Hooks.OnPlain = async call =>
        {
            Remember(call, Scripted.Plain);
            await Gate(call, Scripted.Plain);
            Remember(call, Scripted.Plain);

            // A failure and another span of the hook's own must not lead out of the fire either.
            using var inner = Host.StartActivity("inner");
            return int.Parse(call.CallId!, System.Globalization.CultureInfo.InvariantCulture) % 2 == 0 ? HookResult.Modified : throw new IOException();
        };
        scene.Hooks.OnAfterTimed = call =>
        {
            Remember(call, Scripted.AfterTimed);
            return default;
        };
        scene.Dispatcher.Configure(Scripted.Plain, new() { OnFailure = HookFailurePolicy.Continue });

        var fires = new ConcurrentQueue<Task>();
        await Together(number => fires.Enqueue(FireAsync(scene, number)));
        await Together(number => gates[$"{Fires - 1 - number} {Scripted.Timed}"].SetResult());
        foreach (var number in Enumerable.Range(0, Fires))
            Assert.True(SpinWait.SpinUntil(() => gates.ContainsKey($"{number} {Scripted.Plain}"), Scene.Patience));
        await Together(number => gates[$"{number} {Scripted.Plain}"].SetResult());
        await Task.WhenAll(fires);

        var fireOf = _spans.Where(span => span.OperationName == "hook.fire BeforeToolCall").ToDictionary(span => (string)span.GetTagItem("gen_ai.tool.call.id")!);
        var callerOf = _spans.Where(span => span.OperationName == "caller").ToDictionary(span => (string)span.GetTagItem("call")!);
        Assert.Equal(Fires, fireOf.Count);
        Assert.All(fireOf, fire => Assert.Equal(callerOf[fire.Key].SpanId, fire.Value.ParentSpanId));
        Assert.Equal(Fires * 5, seen.Count);
        Assert.All(seen, one => Assert.Equal(($"hook {one.Hook}", fireOf[one.Call].SpanId), (one.Span.OperationName, one.Span.ParentSpanId)));
        Assert.Equal(Fires * 3, seen.Select(one => one.Span.SpanId).Distinct().Count());
        var hooks = _spans.Where(span => span.OperationName.StartsWith("hook ", StringComparison.Ordinal)).ToList();
        Assert.Equal(Fires * 3, hooks.Count);
        Assert.All(hooks.GroupBy(span => span.ParentSpanId), fire => Assert.Equal(3, fire.Count()));

        void Remember(ToolCallContext call, string hook) => seen.Add((call.CallId!, hook, Activity.Current!));

        Task Gate(ToolCallContext call, string hook) => gates.GetOrAdd($"{call.CallId} {hook}", _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    private static async Task FireAsync(Scene scene, int number)
    {
        using var caller = Host.StartActivity("caller")!;
        caller.SetTag("call", $"{number}");
        var fire = scene.Dispatcher.BeforeToolCallAsync(new() { ToolName = "bash", CallId = $"{number}" });
        Assert.Same(caller, Activity.Current);
        await fire;
        Assert.Same(caller, Activity.Current);
    }

    // Four threads at once, so that what one leaves behind would be found by another.
    private static Task Together(Action<int> act) =>
        Task.WhenAll(Enumerable.Range(0, 4).Select(part => Task.Run(() =>
        {
            for (var number = part; number < Fires; number += 4)
                act(number);
        })));
}
