using Hooks.Benchmarks.ByHand;
using Hooks.Benchmarks.Hooked;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>
/// Ten asynchronous hooks of which the fifth suspends; the benchmark answers for it on the same thread, so that every
/// byte can be seen. The hook itself allocates nothing; what is left is the price of one suspension.
/// </summary>
internal static class SuspendingGroup
{
    private const string ByValueTask = "B0a by hand, ValueTask";

    public static Group Group { get; } = new FiringGroup("suspend-10", "Ten hooks of which one suspends", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = new AgentContext();
        return
        [
            new Variant<Plain>(ByValueTask, new(context)) { Calls = 10, AllocatesNothing = false },
            new Variant<Ours>("async entry", new(dispatcher, context)) { Calls = 10, AllocatesNothing = false, Baseline = ByValueTask },
        ];
    });

    private static HookResult End(ValueTask<HookResult> fire)
    {
        if (fire.IsCompleted)
            throw new InvalidOperationException("A fire that should be suspended is not.");
        Calls.Suspension.End();
        return Now.Verdict(fire);
    }

    private readonly struct Plain(AgentContext context) : IFire
    {
        public HookResult Fire() => End(SuspendingByHand.FireAsync(context, CancellationToken.None));
    }

    private readonly struct Ours(HookDispatcher dispatcher, AgentContext context) : IFire
    {
        public HookResult Fire() => End(dispatcher.BeforeAgentExecutionAsync(context));
    }
}
