using System.Collections.Concurrent;
using Hooks.Benchmarks.Hooked;
using Hooks.Benchmarks.Measuring;
using MediatR;

namespace Hooks.Benchmarks.Groups;

/// <summary>The same ten hook methods behind what programs use for this today. Our synchronous entry is the baseline; the others must be slower.</summary>
internal static class LibrariesGroup
{
    private const string Ours = "Hooks, sync entry";

    public static Group Group { get; } = new FiringGroup("libraries-10", "Ten handlers, beside other ways to call them", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher();
        var context = TenHooksGroup.NewContext();
        return
        [
            new Variant<TenHooksGroup.Sync>(Ours, new(dispatcher, context)) { Calls = 10 },
            new Variant<Multicast>("multicast delegate (C# event)", new(Handlers.Event, context)) { Calls = 10, Baseline = Ours, Budget = Budget.Slower },
            new Variant<Concurrent>("list of delegates in a ConcurrentDictionary", new(Handlers.ByPoint, context)) { Calls = 10, Baseline = Ours, Budget = Budget.Slower },
            new Variant<Notification>("MediatR 5.1 notification", new(MediatorSetup.Mediator, new(context))) { Calls = 10, Baseline = Ours, Budget = Budget.Slower, AllocatesNothing = false },
            new Variant<Pipeline>("MediatR 5.1 request with ten behaviours", new(MediatorSetup.Mediator, new(context))) { Calls = 10, Baseline = Ours, Budget = Budget.Slower, AllocatesNothing = false },
        ];
    })
    {
        IsJitOnly = true,
    };

    private readonly struct Multicast(Action<ToolCallContext> handlers, ToolCallContext context) : IFire
    {
        public HookResult Fire()
        {
            handlers(context);
            return default;
        }
    }

    private readonly struct Concurrent(ConcurrentDictionary<HookPoint, List<Func<ToolCallContext, HookResult>>> handlers, ToolCallContext context) : IFire
    {
        public HookResult Fire()
        {
            HookResult verdict = default;
            if (!handlers.TryGetValue(HookPoint.BeforeToolCall, out var list))
                return verdict;
            foreach (var handler in list)
            {
                if (ByHand.Verdicts.Ends(handler(context), ref verdict))
                    break;
            }

            return verdict;
        }
    }

    private readonly struct Notification(IMediator mediator, ToolCallNotification notification) : IFire
    {
        public HookResult Fire()
        {
            mediator.Publish(notification).GetAwaiter().GetResult();
            return default;
        }
    }

    private readonly struct Pipeline(IMediator mediator, ToolCallRequest request) : IFire
    {
        public HookResult Fire() => mediator.Send(request).GetAwaiter().GetResult();
    }

    private static class Handlers
    {
        public static Func<ToolCallContext, HookResult>[] All { get; } =
        [
            TenHooks.Hook0, TenHooks.Hook1, TenHooks.Hook2, TenHooks.Hook3, TenHooks.Hook4,
            TenHooks.Hook5, TenHooks.Hook6, TenHooks.Hook7, TenHooks.Hook8, TenHooks.Hook9,
        ];

        public static Action<ToolCallContext> Event { get; } =
            All.Select(handler => new Action<ToolCallContext>(context => handler(context))).Aggregate((first, second) => first + second);

        public static ConcurrentDictionary<HookPoint, List<Func<ToolCallContext, HookResult>>> ByPoint { get; } =
            new([KeyValuePair.Create(HookPoint.BeforeToolCall, All.ToList())]);
    }
}

/// <content>What is measured on the JIT only.</content>
internal static partial class AllGroups
{
    static partial void AddJitOnly(List<Group> groups) => groups.AddRange([LibrariesGroup.Group, PollyGroup.Group, .. Generator.EditGroups.List, .. Events.EventGroups.List, .. Analyzers.AnalyzerGroups.List]);
}
