using System.Collections.Concurrent;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>What every attempt of every hook does in every fire: the same whenever and by whomever it is asked.</summary>
internal sealed class PolicyPlan(int seed, IEnumerable<HookSpec> hooks)
{
    private readonly Dictionary<HookSpec, int> _numbers = hooks.Select((hook, number) => (hook, number)).ToDictionary(hook => hook.hook, hook => hook.number);
    private readonly ConcurrentDictionary<(HookSpec Hook, int Fire, int Attempt), PolicyStep> _steps = new();

    public PolicyStep StepOf(HookSpec hook, int fire, int attempt) => _steps.GetOrAdd((hook, fire, attempt), Draw);

    private PolicyStep Draw((HookSpec Hook, int Fire, int Attempt) call)
    {
        var (hook, number) = (call.Hook, _numbers[call.Hook]);

        // Each hook has a time in which it fails more, so that breakers open and close again.
        var failing = 10 + (new Random(unchecked(seed + (number * 7919) + (call.Fire / 8 * 104729))).Next(3) * 35);
        return PolicyStep.Draw(new Random(unchecked((((((seed * 486187739) + number) * 486187739) + call.Fire) * 31) + call.Attempt)), hook.Point, failing);
    }
}
