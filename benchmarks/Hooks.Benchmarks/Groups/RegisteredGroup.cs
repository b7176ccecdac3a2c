using Hooks.Benchmarks.Hooked;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>One handler that was registered at run time, beside a compiled hook.</summary>
internal static class RegisteredGroup
{
    private const string Compiled = "compiled hook";

    public static Group Group { get; } = new FiringGroup("registered-1", "One handler, registered at run time", () =>
    {
        var compiled = GeneratedHooks.CreateDispatcher();
        var general = GeneratedHooks.CreateDispatcher(new HookDispatcherOptions { ExecutionPath = HookExecutionPath.General });
        var synchronous = GeneratedHooks.CreateDispatcher();
        synchronous.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, static _ => Calls.Continue());
        var asynchronous = GeneratedHooks.CreateDispatcher();
        asynchronous.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, static (_, _) => Calls.Completed());
        var agent = new AgentContext();
        var discovery = new ToolDiscoveryContext();
        return
        [
            new Variant<OneHook>(Compiled, new(compiled, agent)) { Calls = 1 },
            new Variant<OneHook>("compiled hook, general path", new(general, agent)) { Calls = 1, Baseline = Compiled },
            new Variant<Registered>("registered delegate", new(synchronous, discovery)) { Calls = 1, Baseline = Compiled },
            new Variant<Registered>("registered delegate with a ValueTask", new(asynchronous, discovery)) { Calls = 1, Baseline = Compiled },
        ];
    });

    private readonly struct OneHook(HookDispatcher dispatcher, AgentContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.BeforeAgentInitAsync(context));
    }

    private readonly struct Registered(HookDispatcher dispatcher, ToolDiscoveryContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.BeforeToolDiscoveryAsync(context));
    }
}
