using Hooks.Events;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>An event bus with hooks.</summary>
internal static class EventBusRuns
{
    public static IReadOnlyList<(string Name, Func<HookDispatcher, Task> RunAsync)> All { get; } =
    [
        (nameof(EventBus), async hooks =>
        {
            await using var bus = new EventBus(new() { Hooks = hooks });
            bus.SubscribeInline("broken", _ => throw new InvalidOperationException("broken"));
            bus.CreatePublisher("test").Publish(new HookEvent("broken"));
        }),
    ];
}
