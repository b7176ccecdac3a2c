using Hooks.Benchmarks.ByHand;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>Ten hooks that answer in other ways: with completed value tasks, and with Modified.</summary>
internal static class AnswersGroup
{
    private const string ByValueTask = "B0a by hand, ValueTask";

    public static Group ValueTasks { get; } = new FiringGroup("valuetask-10", "Ten hooks that return a completed ValueTask<HookResult>", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = new ModelCallContext();
        return
        [
            new Variant<ValueTasksPlain>(ByValueTask, new(context)) { Calls = 10 },
            new Variant<ValueTasksOurs>("async entry", new(dispatcher, context)) { Calls = 10, Baseline = ByValueTask, Budget = Budget.Times(1.15, 1.25) },
        ];
    });

    public static Group Modified { get; } = new FiringGroup("modified-10", "Ten hooks that answer Modified", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = new TurnContext();
        return
        [
            new Variant<ModifiedPlain>(ByValueTask, new(context)) { Calls = 10, Expected = HookResult.Modified },
            new Variant<ModifiedOurs>("async entry", new(dispatcher, context)) { Calls = 10, Expected = HookResult.Modified, Baseline = ByValueTask, Budget = Budget.Times(1.20) },
        ];
    });

    private readonly struct ValueTasksPlain(ModelCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(ValueTasksByHand.FireAsync(context, CancellationToken.None));
    }

    private readonly struct ValueTasksOurs(HookDispatcher dispatcher, ModelCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.BeforeModelCallAsync(context));
    }

    private readonly struct ModifiedPlain(TurnContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(ModifyingByHand.FireAsync(context, CancellationToken.None));
    }

    private readonly struct ModifiedOurs(HookDispatcher dispatcher, TurnContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.BeforeTurnAsync(context));
    }
}
