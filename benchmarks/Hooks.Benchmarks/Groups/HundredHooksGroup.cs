using Hooks.Benchmarks.ByHand;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>A hundred synchronous hooks.</summary>
internal static class HundredHooksGroup
{
    public static Group Group { get; } = new FiringGroup("sync-100", "A hundred synchronous hooks", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = new ToolCallContext { ToolName = "bash" };
        return
        [
            new Variant<ByHandSync>("B0s by hand, sync", new(context)) { Calls = 100 },
            new Variant<ByHandAsync>("B0a by hand, ValueTask", new(context)) { Calls = 100, Baseline = "B0s by hand, sync" },
            new Variant<Async>("async entry", new(dispatcher, context)) { Calls = 100, Baseline = "B0a by hand, ValueTask", Budget = Budget.Times(1.10) },
            new Variant<Sync>("sync entry", new(dispatcher, context)) { Calls = 100, Baseline = "B0s by hand, sync" },
        ];
    });

    private readonly struct ByHandSync(ToolCallContext context) : IFire
    {
        public HookResult Fire() => HundredByHand.Fire(context, CancellationToken.None);
    }

    private readonly struct ByHandAsync(ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(HundredByHand.FireAsync(context, CancellationToken.None));
    }

    private readonly struct Async(HookDispatcher dispatcher, ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.ToolResultReadyAsync(context));
    }

    private readonly struct Sync(HookDispatcher dispatcher, ToolCallContext context) : IFire
    {
        public HookResult Fire() => dispatcher.ToolResultReady(context);
    }
}
