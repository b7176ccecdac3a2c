using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;
using Hooks.Events;

namespace Hooks.Benchmarks.Events;

/// <summary>What the event bus costs.</summary>
internal static class EventGroups
{
    private const string Raw = "raw bounded channel", RawTen = "ten raw bounded channels", Nothing = "walk over the types only";
    private const int Patterns = 10_000;

    public static IReadOnlyList<Group> List { get; } =
    [
        // At least half of the rate is at most twice the time.
        new MovingGroup(
            "events-1",
            "One subscriber: an event is made, published and handled",
            [new(Raw, null, null, false), new("Hooks.Events, through its queue", Raw, Budget.Times(2), false), new("Hooks.Events, synchronous handler", Raw, null, false), new("C# event", Raw, null, false), new("System.Reactive 6.0 subject", Raw, null, false), new("MediatR 5.1 notification", Raw, null, false)],
            () => [Movers.RawChannels(1), Movers.Bus(1), Movers.BusInline(), Movers.MulticastDelegate(), Movers.Reactive(), Movers.Mediator()]),
        new MovingGroup(
            "events-10",
            "Ten subscribers with a queue each",
            [new(RawTen, null, null, false), new("Hooks.Events", RawTen, Budget.Times(1 / 0.7), false)],
            () => [Movers.RawChannels(10), Movers.Bus(10)]),
        new FiringGroup("events-match", "The subscriptions of one type, among 10,000 patterns", () =>
        {
            // Two, because new types push those seen before out of the cache.
            var (bus, busOfNew) = (NewBus(), NewBus());
            var seen = Enumerable.Range(0, 2000).Select(i => $"agent.{(i * 5) + 1}.started").ToArray();
            return
            [
                new Variant<Walk>(Nothing, new(seen, new Turn())),
                new Variant<Match>("a type seen before", new(bus, seen, new Turn())) { Baseline = Nothing, Budget = Budget.Nanoseconds(250) },
                new Variant<MatchNew>("a new type", new(busOfNew, new Turn())) { Baseline = Nothing, Budget = Budget.Nanoseconds(1000), AllocatesNothing = false },
            ];
        })
        {
            IsJitOnly = true,
        },
    ];

    private static EventBus NewBus()
    {
        var bus = new EventBus();
        for (var i = 0; i < Patterns; i++)
            bus.SubscribeInline(PatternOf(i), static _ => { });
        return bus;
    }

    private static EventPattern PatternOf(int i) => (i % 5) switch
    {
        0 => EventPattern.Exact($"exact.{i}"),
        1 => $"agent.{i}.**",
        2 => $"*.tool{i}.*",
        3 => $"service{i % 100}.?{i}*.x",
        _ => $"**.end{i}",
    };

    private sealed class Turn
    {
        public int At;
    }

    private readonly struct Walk(string[] types, Turn turn) : IFire
    {
        public HookResult Fire()
        {
            GC.KeepAlive(types[turn.At++ % types.Length]);
            return default;
        }
    }

    private readonly struct Match(EventBus bus, string[] types, Turn turn) : IFire
    {
        public HookResult Fire()
        {
            if (!bus.HasSubscriptions(types[turn.At++ % types.Length]))
                throw new InvalidOperationException("A pattern does not match.");
            return default;
        }
    }

    // So many that none is in the cache any more when its turn comes again.
    private readonly struct MatchNew(EventBus bus, Turn turn) : IFire
    {
        private static readonly string[] Types = [.. Enumerable.Range(0, 300_000).Select(i => $"agent.{(i % 2000 * 5) + 1}.{i}")];

        public HookResult Fire()
        {
            if (!bus.HasSubscriptions(Types[turn.At++ % Types.Length]))
                throw new InvalidOperationException("A pattern does not match.");
            return default;
        }
    }
}
