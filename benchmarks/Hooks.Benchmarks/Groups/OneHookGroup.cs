using Hooks.Benchmarks.ByHand;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>One synchronous hook.</summary>
internal static class OneHookGroup
{
    public static Group Group { get; } = new FiringGroup("sync-1", "One synchronous hook", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = new AgentContext();
        return
        [
            new Variant<ByHandSync>("B0s by hand, sync", new(context)) { Calls = 1 },
            new Variant<ByHandAsync>("B0a by hand, ValueTask", new(context)) { Calls = 1, Baseline = "B0s by hand, sync" },
            new Variant<Async>("async entry", new(dispatcher, context)) { Calls = 1, Baseline = "B0a by hand, ValueTask", Budget = Budget.Nanoseconds(3) },
            new Variant<Sync>("sync entry", new(dispatcher, context)) { Calls = 1, Baseline = "B0s by hand, sync" },
        ];
    });

    private readonly struct ByHandSync(AgentContext context) : IFire
    {
        public HookResult Fire() => OneByHand.Fire(context, CancellationToken.None);
    }

    private readonly struct ByHandAsync(AgentContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(OneByHand.FireAsync(context, CancellationToken.None));
    }

    private readonly struct Async(HookDispatcher dispatcher, AgentContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.BeforeAgentInitAsync(context));
    }

    private readonly struct Sync(HookDispatcher dispatcher, AgentContext context) : IFire
    {
        public HookResult Fire() => dispatcher.BeforeAgentInit(context);
    }
}
