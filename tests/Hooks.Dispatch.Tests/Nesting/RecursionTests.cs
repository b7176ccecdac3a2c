using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Nesting;

/// <summary>Fires from within hooks: 16 deep and no further, on one thread or by the contexts' parents.</summary>
public sealed class RecursionTests
{
    [Theory, ClassData(typeof(EveryWay))]
    public async Task Sixteen_fires_may_nest_on_a_thread_and_the_next_is_denied(Way way)
    {
        var nest = new Nest(way, PointSpec.BeforeToolCall);
        await using (nest.Dispatcher)
        {
            nest.Fire();
            Assert.Equal(16, nest.Ran);
            Assert.True(nest.Innermost.IsCancel);
            Assert.Equal((HookReportKind.Refused, null), (Assert.Single(nest.Reports).Kind, nest.Reports[0].Hook));
        }
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task At_an_observe_only_point_the_next_does_nothing(Way way)
    {
        var nest = new Nest(way, PointSpec.AfterToolCall);
        await using (nest.Dispatcher)
        {
            nest.Fire();
            Assert.Equal(16, nest.Ran);
            Assert.True(nest.Innermost.IsContinue);
            Assert.Equal(HookReportKind.Refused, Assert.Single(nest.Reports).Kind);
        }
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task Sixteen_contexts_may_be_linked_and_the_next_is_denied(Way way)
    {
        HookContext? context = null;
        for (var i = 1; i <= 16; i++)
        {
            context = PointSpec.BeforeToolCall.NewContext(parent: context);
            var allowed = await Scene.At(PointSpec.BeforeToolCall, way, "a").FireAsync(context: context);
            Assert.Equal("a", allowed.Ran);
            Assert.Empty(allowed.Reports);
        }

        var refused = await Scene.At(PointSpec.BeforeToolCall, way, "a").FireAsync(context: PointSpec.BeforeToolCall.NewContext(parent: context));
        Assert.True(refused.Answer().IsCancel);
        Assert.Empty(refused.Calls);
        Assert.Equal(HookReportKind.Refused, Assert.Single(refused.Reports).Kind);

        var observed = await Scene.At(PointSpec.AfterToolCall, way, new HookSpec("a") { Shape = Shape.Void }).FireAsync(context: PointSpec.AfterToolCall.NewContext(parent: context));
        Assert.True(observed.Answer().IsContinue);
        Assert.Empty(observed.Calls);
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task A_refused_fire_was_decided_by_no_hook(Way way)
    {
        // The inner fire has the outer one's context, which a decision of the first hook has marked.
        await using var dispatcher = HookProgram.Of("a", "b").CreateDispatcher(way.Path());
        var depth = 0;
        string? decidedBy = "nobody yet";
        var context = PointSpec.BeforeToolCall.NewContext();
        var script = new HookScript();
        script.Does("a", _ => new(HookResult.Replace(1)));
        script.Does("b", call =>
        {
            depth++;
            var verdict = way.IsSync() ? dispatcher.Fire(PointSpec.BeforeToolCall, context, default) : dispatcher.FireAsync(PointSpec.BeforeToolCall, context, default).Result;
            if (depth == 16 && verdict.IsCancel)
            {
                decidedBy = context.DecidedBy?.Name;
                depth++;
            }

            return default;
        });
        script.PutInto(context);
        await dispatcher.FireAsync(PointSpec.BeforeToolCall, context, default);
        Assert.Equal(17, depth);
        Assert.Null(decidedBy);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public void The_depth_is_back_after_failures_and_suspensions(HookExecutionPath path)
    {
        // A thread of its own: what leaks there harms no other test, and nothing else has nested there.
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Endure(path);
            }
            catch (Exception error)
            {
                failure = error;
            }
        });
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    private static void Endure(HookExecutionPath path)
    {
        var async = new HookSpec("a") { Shape = Shape.ValueTaskOfResult };
        using var caller = new CancellationTokenSource();
        var dispatcher = HookProgram.Of(async, new HookSpec("b") { Shape = Shape.Task }, new HookSpec("c") { Point = PointSpec.ToolError, OnFailure = HookFailurePolicy.Throw }).CreateDispatcher(path);
        for (var i = 0; i < 1000; i++)
        {
            var context = (ToolCallContext)PointSpec.BeforeToolCall.NewContext();
            var script = new HookScript();
            var gate = new TaskCompletionSource<HookResult>();
            var kind = i % 6;
            script.Does("a", call => kind switch
            {
                0 => throw new InvalidDataException(),
                1 => ValueTask.FromException<HookResult>(new InvalidDataException()),
                2 => new(gate.Task),
                3 => throw new OperationCanceledException(),
                4 => new(HookResult.Fork([new("x")])),
                _ => new(HookResult.Cancel("no")),
            });
            script.Does("b", _ => kind == 2 ? throw new InvalidDataException() : new(gate.Task));
            script.Does("c", _ => throw new InvalidDataException());
            script.PutInto(context);
            var fire = dispatcher.BeforeToolCallAsync(context, caller.Token).AsTask();
            gate.SetResult(HookResult.Modified);
            Assert.True(fire.IsCompletedSuccessfully);
            Assert.Throws<InvalidDataException>(() => dispatcher.ToolError(context));
            Assert.ThrowsAny<OperationCanceledException>(() => dispatcher.ToolError(context, new CancellationToken(canceled: true)));
        }

        foreach (var way in Enum.GetValues<Way>())
        {
            var nest = new Nest(way, PointSpec.BeforeToolCall);
            nest.Fire();
            Assert.Equal(16, nest.Ran);
        }
    }

    /// <summary>A hook that fires its own point again and again, with contexts that know nothing of each other.</summary>
    private sealed class Nest
    {
        private readonly Way _way;
        private readonly PointSpec _point;

        public Nest(Way way, PointSpec point)
        {
            (_way, _point) = (way, point);
            Dispatcher = HookProgram.Of(new HookSpec("a") { Point = point, Shape = point.IsBlocking ? Shape.Result : Shape.Void }).CreateDispatcher(way.Path(), Reports.Add);
        }

        public HookDispatcher Dispatcher { get; }

        public List<HookReport> Reports { get; } = [];

        public int Ran { get; private set; }

        /// <summary>What the innermost fire answered.</summary>
        public HookResult Innermost { get; private set; }

        public void Fire()
        {
            var context = _point.NewContext();
            var script = new HookScript();
            script.Does("a", _ =>
            {
                Ran++;
                Fire();
                return default;
            });
            script.PutInto(context);
            var (before, fire) = (Ran, _way.IsSync() ? new(Dispatcher.Fire(_point, context, default))
                : _way is Way.CompiledUntyped or Way.GeneralUntyped ? Dispatcher.FireUntypedAsync(_point, context, default)
                : Dispatcher.FireAsync(_point, context, default));
            Assert.True(fire.IsCompletedSuccessfully);
            if (Ran == before)
                Innermost = fire.Result;
        }
    }
}
