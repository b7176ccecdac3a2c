using Hooks.Benchmarks.ByHand;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>Ten synchronous hooks: compiled by both entries, and on the general path.</summary>
internal static class TenHooksGroup
{
    private const string BySync = "B0s by hand, sync";
    private const string ByValueTask = "B0a by hand, ValueTask";

    public static Group Compiled { get; } = new FiringGroup("sync-10", "Ten synchronous hooks", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = NewContext();
        return
        [
            .. ByHand(context),
            new Variant<Async>("async entry", new(dispatcher, context)) { Calls = 10, Baseline = ByValueTask, Budget = Budget.Times(1.20, 1.25) },
            new Variant<Sync>("sync entry", new(dispatcher, context)) { Calls = 10, Baseline = BySync, Budget = Budget.Times(1.15) },
            new Variant<Untyped>("FireAsync(point, context)", new(dispatcher, context)) { Calls = 10, Baseline = ByValueTask },
        ];
    });

    public static Group General { get; } = new FiringGroup("general-10", "Ten synchronous hooks on the general path", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher(new HookDispatcherOptions { ExecutionPath = HookExecutionPath.General });
        var context = NewContext();
        return
        [
            .. ByHand(context),
            new Variant<Async>("async entry", new(dispatcher, context)) { Calls = 10, Baseline = ByValueTask, Budget = Budget.Times(4) },
            new Variant<Sync>("sync entry", new(dispatcher, context)) { Calls = 10, Baseline = BySync },
        ];
    });

    public static Group Listening { get; } = new FiringGroup("listener-10", "Ten synchronous hooks, with and without listeners", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = NewContext();
        var listener = new CountingListener();
        var tracer = new SpanListener();
        return
        [
            .. ByHand(context),
            new Variant<Async>("nobody listens", new(dispatcher, context)) { Calls = 10, Baseline = ByValueTask },
            new Variant<Async>("with a MeterListener", new(dispatcher, context))
            {
                Calls = 10,
                Baseline = "nobody listens",
                Budget = Budget.Nanoseconds(80, hooks: 10),
                Before = listener.Begin,
                After = listener.End,
            },
            new Variant<Async>("with an ActivityListener", new(dispatcher, context))
            {
                Calls = 10,
                AllocatesNothing = false,
                Baseline = "nobody listens",
                Before = tracer.Begin,
                After = tracer.End,
            },
        ];
    });

    public static ToolCallContext NewContext() => new() { ToolName = "bash" };

    private static IReadOnlyList<Variant> ByHand(ToolCallContext context) =>
    [
        new Variant<ByHandSync>(BySync, new(context)) { Calls = 10 },
        new Variant<ByHandAsync>(ByValueTask, new(context)) { Calls = 10, Baseline = BySync },
    ];

    private readonly struct ByHandSync(ToolCallContext context) : IFire
    {
        public HookResult Fire() => TenByHand.Fire(context, CancellationToken.None);
    }

    private readonly struct ByHandAsync(ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(TenByHand.FireAsync(context, CancellationToken.None));
    }

    private readonly struct Async(HookDispatcher dispatcher, ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.BeforeToolCallAsync(context));
    }

    private readonly struct Untyped(HookDispatcher dispatcher, ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.FireAsync(HookPoint.BeforeToolCall, context));
    }

    /// <summary>Our synchronous entry, against which other libraries are measured too.</summary>
    public readonly struct Sync(HookDispatcher dispatcher, ToolCallContext context) : IFire
    {
        public HookResult Fire() => dispatcher.BeforeToolCall(context);
    }
}
