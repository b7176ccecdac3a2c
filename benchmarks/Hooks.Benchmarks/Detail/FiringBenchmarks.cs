using BenchmarkDotNet.Attributes;
using Hooks.Benchmarks.ByHand;
using Hooks.Benchmarks.Groups;

namespace Hooks.Benchmarks.Detail;

/// <summary>The firing groups' entries one by one, for who wants distributions; the budgets are judged by the interleaved harness.</summary>
[MemoryDiagnoser]
public class FiringBenchmarks
{
    private readonly HookDispatcher _dispatcher = GeneratedHooks.CreateDispatcher();
    private readonly HookDispatcher _general = GeneratedHooks.CreateDispatcher(new HookDispatcherOptions { ExecutionPath = HookExecutionPath.General });
    private readonly ToolCallContext _tool = TenHooksGroup.NewContext();
    private readonly PermissionContext _permission = new() { ToolName = "bash" };
    private readonly AgentContext _agent = new();
    private readonly TurnContext _turn = new();
    private readonly ModelCallContext _model = new();

    [Benchmark]
    public HookResult NoHooks() => Now.Verdict(_dispatcher.PermissionRequestAsync(_permission));

    [Benchmark]
    public HookResult OneHook() => Now.Verdict(_dispatcher.BeforeAgentInitAsync(_agent));

    [Benchmark(Baseline = true)]
    public HookResult TenByHand() => Now.Verdict(ByHand.TenByHand.FireAsync(_tool, CancellationToken.None));

    [Benchmark]
    public HookResult TenHooks() => Now.Verdict(_dispatcher.BeforeToolCallAsync(_tool));

    [Benchmark]
    public HookResult TenHooksSynchronously() => _dispatcher.BeforeToolCall(_tool);

    [Benchmark]
    public HookResult TenHooksOnTheGeneralPath() => Now.Verdict(_general.BeforeToolCallAsync(_tool));

    [Benchmark]
    public HookResult TenMatchedHooks() => Now.Verdict(_dispatcher.ToolErrorAsync(_tool));

    [Benchmark]
    public HookResult TenModifyingHooks() => Now.Verdict(_dispatcher.BeforeTurnAsync(_turn));

    [Benchmark]
    public HookResult TenValueTaskHooks() => Now.Verdict(_dispatcher.BeforeModelCallAsync(_model));

    [Benchmark]
    public HookResult HundredHooks() => Now.Verdict(_dispatcher.ToolResultReadyAsync(_tool));
}
