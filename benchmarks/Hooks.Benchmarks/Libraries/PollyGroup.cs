using Hooks.Benchmarks.Hooked;
using Hooks.Benchmarks.Measuring;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Hooks.Benchmarks.Groups;

/// <summary>The same hook behind Polly's timeout and circuit breaker, each in the form that costs it least. Ours are the baselines; the others must be slower.</summary>
internal static class PollyGroup
{
    public static Group Group { get; } = new FiringGroup("polly-1", "One hook that completes at once, beside Polly.Core 8.9.1", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var agent = new AgentContext();
        var workflow = new WorkflowContext { WorkflowName = "release" };
        return
        [
            new Variant<PolicyGroup.Timeout>("Hooks, timeout", new(dispatcher, agent, CancellationToken.None)) { Calls = 1 },
            Row("Polly, timeout", Pipelines.Timeout, agent, "Hooks, timeout"),
            new Variant<PolicyGroup.Breaker>("Hooks, breaker", new(dispatcher, agent, CancellationToken.None)) { Calls = 1 },
            Row("Polly, breaker", Pipelines.Breaker, agent, "Hooks, breaker"),
            new Variant<PolicyGroup.Both>("Hooks, timeout and breaker", new(dispatcher, workflow, CancellationToken.None)) { Calls = 1 },
            Row("Polly, timeout and breaker", Pipelines.Both, agent, "Hooks, timeout and breaker"),
        ];
    })
    {
        IsJitOnly = true,
    };

    private static Variant Row(string name, ResiliencePipeline<HookResult> pipeline, AgentContext context, string ours) =>
        new Variant<Piped>(name, new(pipeline, context)) { Calls = 1, Baseline = ours, Budget = Budget.Slower, AllocatesNothing = false };

    private readonly struct Piped(ResiliencePipeline<HookResult> pipeline, AgentContext context) : IFire
    {
        public HookResult Fire() =>
            Now.Verdict(pipeline.ExecuteAsync(static (context, token) => PolicyHooks.Plain(context, token), context, CancellationToken.None));
    }

    private static class Pipelines
    {
        public static ResiliencePipeline<HookResult> Timeout { get; } = new ResiliencePipelineBuilder<HookResult>()
            .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(5) }).Build();

        public static ResiliencePipeline<HookResult> Breaker { get; } = new ResiliencePipelineBuilder<HookResult>()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HookResult>()).Build();

        public static ResiliencePipeline<HookResult> Both { get; } = new ResiliencePipelineBuilder<HookResult>()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HookResult>())
            .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(5) }).Build();
    }
}
