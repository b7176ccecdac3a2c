using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tables;

/// <summary>More hooks at one point than one emitted method takes.</summary>
public sealed class LongChainTests
{
    private static readonly HookSpec[] Mixed =
    [
        .. Enumerable.Range(0, 450).Select(i => new HookSpec($"m{i:000}")
        {
            Shape = (Shape)(i % 6),
            Tools = i % 7 == 0 ? "bash|git_*" : i % 11 == 0 ? "edit" : null,
            TakesToken = i % 3 == 0,
            OnFailure = HookFailurePolicy.Continue,
            IsInstance = i % 5 == 0,
            Type = i % 5 == 0 ? "Acme.Objects" : "Acme.Guards",
        }),
    ];

    // The first part gives no verdict, the second suspends, the third is synchronous.
    private static readonly HookSpec[] Uneven =
    [
        .. Enumerable.Range(0, 450).Select(i => new HookSpec($"m{i:000}") { Shape = i < 200 ? Shape.Void : i < 400 ? Shape.ValueTaskOfResult : Shape.Result }),
    ];

    private static readonly HookSpec[] Observers =
    [
        .. Enumerable.Range(0, 401).Select(i => new HookSpec($"m{i:000}") { Point = PointSpec.AfterToolCall, Shape = Shape.Void }),
    ];

    [Fact]
    public Task A_mixed_chain_runs_the_same_on_both_paths() => CompareAsync(Mixed, PointSpec.BeforeToolCall);

    [Fact]
    public Task A_chain_of_unlike_parts_runs_the_same_on_both_paths() => CompareAsync(Uneven, PointSpec.BeforeToolCall);

    [Fact]
    public async Task A_chain_of_observers_runs_the_same_on_both_entries()
    {
        foreach (var path in Enum.GetValues<HookExecutionPath>())
        {
            await using var dispatcher = HookProgram.Of(Observers).CreateDispatcher(path);
            var context = new ToolCallContext { ToolName = "bash" };
            var script = new HookScript();
            script.PutInto(context);
            await dispatcher.AfterToolCallAsync(context);
            dispatcher.AfterToolCall(context);
            Assert.Equal([.. Observers.Select(hook => hook.Method), .. Observers.Select(hook => hook.Method)], script.Ran);
        }
    }

    private static async Task CompareAsync(HookSpec[] hooks, PointSpec point)
    {
        var program = HookProgram.Of(hooks);
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var traces = new List<string>();
            foreach (var path in Enum.GetValues<HookExecutionPath>())
                traces.Add(await TraceAsync(program.CreateDispatcher(path), hooks, point, new Random(seed)));
            Assert.Equal(traces[1], traces[0]);
        }
    }

    private static async Task<string> TraceAsync(HookDispatcher dispatcher, HookSpec[] hooks, PointSpec point, Random random)
    {
        var context = point.NewContext();
        var script = new HookScript();
        foreach (var hook in hooks)
        {
            var (kind, suspends) = (random.Next(60), hook.IsAsynchronous && random.Next(50) == 0);
            var answer = kind < 2 ? HookResult.Modified : kind == 2 ? HookResult.Replace(hook.Method) : kind == 3 && random.Next(20) == 0 ? HookResult.Cancel("no") : default;
            script.Does(hook.Method, _ => kind == 4 ? throw new InvalidDataException() : suspends ? LaterAsync(answer) : new(answer));
        }

        script.PutInto(context);
        var verdict = await dispatcher.FireAsync(point, context, default);
        return $"{string.Join(" ", script.Ran)} -> {verdict} by {context.DecidedBy}";
    }

    private static async ValueTask<HookResult> LaterAsync(HookResult answer)
    {
        await Task.Yield();
        return answer;
    }
}
