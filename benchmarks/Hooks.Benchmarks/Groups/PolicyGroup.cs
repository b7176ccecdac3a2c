using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>What a hook pays for settings of its own while it completes at once.</summary>
internal static class PolicyGroup
{
    public static Group CompiledPath { get; } = Make("policies-1", "One hook with settings of its own that completes at once", HookExecutionPath.Compiled);

    public static Group GeneralPath { get; } = Make("policies-general-1", "The same on the general path", HookExecutionPath.General);

    private static Group Make(string name, string title, HookExecutionPath path) => new FiringGroup(name, title, () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher(new HookDispatcherOptions { ExecutionPath = path });
        var agent = new AgentContext();
        var workflow = new WorkflowContext { WorkflowName = "release" };
        var caller = new CancellationTokenSource();

        // The general path has a budget as a whole; what settings cost there is stated.
        var budget = path == HookExecutionPath.Compiled ? Budget.Nanoseconds(5) : null;
        return [.. Rows(string.Empty, CancellationToken.None), .. Rows(", the caller can cancel", caller.Token)];

        IEnumerable<Variant> Rows(string which, CancellationToken token)
        {
            var plain = "nothing declared" + which;
            yield return new Variant<Plain>(plain, new(dispatcher, agent, token)) { Calls = 1 };
            yield return new Variant<Timeout>("timeout" + which, new(dispatcher, agent, token)) { Calls = 1, Baseline = plain, Budget = budget };
            yield return new Variant<Breaker>("breaker, closed" + which, new(dispatcher, agent, token)) { Calls = 1, Baseline = plain, Budget = budget };
            yield return new Variant<Both>("timeout and breaker" + which, new(dispatcher, workflow, token)) { Calls = 1, Baseline = plain, Budget = budget };
            yield return new Variant<Retries>("retries" + which, new(dispatcher, workflow, token)) { Calls = 1, Baseline = plain, Budget = budget };
        }
    });

    private readonly struct Plain(HookDispatcher dispatcher, AgentContext context, CancellationToken token) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.AgentErrorAsync(context, token));
    }

    /// <summary>Ours with a timeout, against which another library is measured too.</summary>
    public readonly struct Timeout(HookDispatcher dispatcher, AgentContext context, CancellationToken token) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.BeforeAgentStopAsync(context, token));
    }

    /// <summary>Ours with a circuit breaker.</summary>
    public readonly struct Breaker(HookDispatcher dispatcher, AgentContext context, CancellationToken token) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.SubagentStopAsync(context, token));
    }

    /// <summary>Ours with a timeout and a circuit breaker.</summary>
    public readonly struct Both(HookDispatcher dispatcher, WorkflowContext context, CancellationToken token) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.BeforeWorkflowStartAsync(context, token));
    }

    private readonly struct Retries(HookDispatcher dispatcher, WorkflowContext context, CancellationToken token) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.BeforeWorkflowStageAsync(context, token));
    }
}
