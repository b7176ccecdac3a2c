using System.Reactive.Subjects;
using System.Threading.Channels;
using Hooks.Benchmarks.Groups;
using Hooks.Events;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Hooks.Benchmarks.Events;

/// <summary>The ways that are measured. All make the same event, so that what differs is how it gets to its handler.</summary>
internal static class Movers
{
    private const string Type = "tool.call.after";
    private const int Capacity = 1 << 16;

    public static Mover RawChannels(int count)
    {
        var channels = Enumerable.Range(0, count).Select(_ => Channel.CreateBounded<HookEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true })).ToArray();
        var counts = channels.Select(_ => new Count()).ToArray();
        for (var i = 0; i < count; i++)
            _ = ReadAsync(channels[i].Reader, counts[i]);
        return new(
            () =>
            {
                var hookEvent = new HookEvent(Type);
                foreach (var channel in channels)
                {
                    if (!channel.Writer.TryWrite(hookEvent))
                        throw new InvalidOperationException("The channel is full.");
                }
            },
            () => counts.Sum(each => each.Value),
            count);
    }

    public static Mover Bus(int count)
    {
        var bus = new EventBus();
        var publisher = bus.CreatePublisher("benchmark");
        var subscriptions = Enumerable.Range(0, count).Select(_ => bus.Subscribe("tool.**", static (_, _) => default, new() { Capacity = Capacity, Overflow = EventOverflow.Reject })).ToArray();
        return new(() => Publish(publisher), () => subscriptions.Sum(subscription => subscription.Counts.Delivered), count);
    }

    public static Mover BusInline()
    {
        var (bus, handled) = (new EventBus(), new Count());
        var publisher = bus.CreatePublisher("benchmark");
        bus.SubscribeInline("tool.**", _ => handled.Value++);
        return new(() => Publish(publisher), () => handled.Value);
    }

    public static Mover MulticastDelegate()
    {
        var handled = new Count();
        Action<HookEvent> handlers = _ => handled.Value++;
        return new(() => handlers(new(Type)), () => handled.Value);
    }

    public static Mover Reactive()
    {
        var (subject, handled) = (new Subject<HookEvent>(), new Count());
        subject.Subscribe(_ => handled.Value++);
        return new(() => subject.OnNext(new(Type)), () => handled.Value);
    }

    public static Mover Mediator()
    {
        var handled = new Count();
        var services = new ServiceCollection().AddSingleton<INotificationHandler<Notification>>(new Handler(handled)).BuildServiceProvider();
        var mediator = new Mediator(services.GetRequiredService);
        return new(() => mediator.Publish(new Notification(new(Type))).GetAwaiter().GetResult(), () => handled.Value);
    }

    private static void Publish(EventPublisher publisher)
    {
        var receipt = publisher.PublishAsync(new(Type));
        if (!receipt.IsCompletedSuccessfully || !receipt.Result.IsComplete)
            throw new InvalidOperationException("An event was not accepted.");
    }

    private static async Task ReadAsync(ChannelReader<HookEvent> reader, Count count)
    {
        await Task.Yield();
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out _))
                Volatile.Write(ref count.Value, count.Value + 1);
        }
    }

    private sealed class Count
    {
        public long Value;
    }

    private sealed record Notification(HookEvent Event) : INotification;

    private sealed class Handler(Count handled) : INotificationHandler<Notification>
    {
        public Task Handle(Notification notification, CancellationToken cancellationToken)
        {
            handled.Value++;
            return Task.CompletedTask;
        }
    }
}
