using Hooks.Benchmarks.ByHand;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>Ten hooks that each name the tools they are for; the context's tool is always one of them.</summary>
internal static class MatchedHooksGroup
{
    private const string ByValueTask = "B0a by hand, without matchers";

    public static Group OneTool { get; } = new FiringGroup("matcher-10", "Ten hooks, each for one tool (Tools = \"bash\")", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = TenHooksGroup.NewContext();
        return
        [
            new Variant<Plain>(ByValueTask, new(context)) { Calls = 10 },
            new Variant<Matching>("by hand, with Equals(.., OrdinalIgnoreCase)", new(context)) { Calls = 10, Baseline = ByValueTask },
            new Variant<Ours>("async entry", new(dispatcher, context)) { Calls = 10, Baseline = ByValueTask, Budget = Budget.Times(1.30) },
            new Variant<Ours>("async entry, another tool", new(dispatcher, new() { ToolName = "read_file" })) { Baseline = ByValueTask },
        ];
    });

    public static Group ToolGroup { get; } = new FiringGroup("matcher-group-10", "Ten hooks, each for a group of tools (Tools = \"@shell\")", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = TenHooksGroup.NewContext();
        return
        [
            new Variant<GroupPlain>(ByValueTask, new(context)) { Calls = 10 },
            new Variant<GroupOurs>("async entry", new(dispatcher, context)) { Calls = 10, Baseline = ByValueTask, Budget = Budget.Times(1.30) },
            new Variant<GroupOurs>("async entry, another tool", new(dispatcher, new() { ToolName = "read_file" })) { Baseline = ByValueTask },
        ];
    });

    private readonly struct Plain(ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(MatchedByHand.FireAsync(context, CancellationToken.None));
    }

    private readonly struct Matching(ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(MatchedByHand.FireMatchingAsync(context, CancellationToken.None));
    }

    private readonly struct Ours(HookDispatcher dispatcher, ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.ToolErrorAsync(context));
    }

    private readonly struct GroupPlain(ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(GroupMatchedByHand.FireAsync(context, CancellationToken.None));
    }

    private readonly struct GroupOurs(HookDispatcher dispatcher, ToolCallContext context) : IFire
    {
        public HookResult Fire() => Now.Verdict(dispatcher.ToolValidationAsync(context));
    }
}
