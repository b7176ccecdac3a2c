using Hooks.Benchmarks.Hooked;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>What it costs to limit the time of a hook that has suspended. The hook itself allocates nothing.</summary>
internal static class TimedSuspensionGroup
{
    private const string Untimed = "any time";

    public static Group Group { get; } = new FiringGroup("suspend-1", "One hook that suspends, with and without a time limit", () =>
    {
        var limited = GeneratedHooks.CreateDispatcher();
        var unlimited = GeneratedHooks.CreateDispatcher(new HookDispatcherOptions { DefaultTimeout = Timeout.InfiniteTimeSpan });
        var context = new StateContext { Key = "k" };
        return
        [
            new Variant<Default>(Untimed, new(unlimited, context)) { Calls = 1, AllocatesNothing = false },
            new Variant<Default>("default timeout", new(limited, context)) { Calls = 1, AllocatesNothing = false, Baseline = Untimed },
            new Variant<Declared>("declared timeout", new(limited, context)) { Calls = 1, AllocatesNothing = false, Baseline = Untimed },
        ];
    });

    private static HookResult End(ValueTask<HookResult> fire)
    {
        if (fire.IsCompleted)
            throw new InvalidOperationException("A fire that should be suspended is not.");
        Calls.Suspension.End();
        return Now.Verdict(fire);
    }

    private readonly struct Default(HookDispatcher dispatcher, StateContext context) : IFire
    {
        public HookResult Fire() => End(dispatcher.BeforeStateReadAsync(context));
    }

    private readonly struct Declared(HookDispatcher dispatcher, StateContext context) : IFire
    {
        public HookResult Fire() => End(dispatcher.BeforeStateWriteAsync(context));
    }
}
