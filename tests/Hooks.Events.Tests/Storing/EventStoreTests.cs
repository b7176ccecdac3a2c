namespace Hooks.Events.Tests.Storing;

/// <summary>What every store has to do. The tests of a store derive from this class and make one.</summary>
public abstract class EventStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    protected IEventStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await MakeAsync();

    public Task DisposeAsync() => DisposeAsync(Store);

    /// <summary>An empty store.</summary>
    protected abstract Task<IEventStore> MakeAsync();

    /// <summary>Takes a store away.</summary>
    protected virtual Task DisposeAsync(IEventStore store) => Task.CompletedTask;

    [Fact]
    public async Task An_empty_store_has_nothing()
    {
        Assert.Empty(await Store.ReadAsync(new()).ToListAsync());
        Assert.Equal(0, await Store.GetLastSequenceAsync());
        Assert.Equal(0, await Store.GetPositionAsync("nobody"));
        Assert.Equal(0, await Store.TrimAsync(new() { KeepNewest = 0 }));
    }

    [Fact]
    public async Task Events_come_back_whole_and_in_order()
    {
        var written = new HookEvent("tool.call")
        {
            Source = new("agent", "1"), Time = Start, Version = "2", CorrelationId = "c", CausationId = "b", SessionId = "s", Sequence = 3, ExpiresAt = Start.AddDays(1),
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", TraceState = "a=1",
            Metadata = new([new("subject", "x"), new("level", 3)]), Data = EventData.FromJson("""{"a":[1.50,"ä\u0001"]}"""),
        };
        await Store.AppendAsync([Event(1), Event(2)]);
        await Store.AppendAsync([written]);
        var read = await Store.ReadAsync(new()).ToListAsync();

        Assert.Equal([1L, 2L, 3L], read.Select(e => e.Sequence));
        Assert.Equal(CloudEventJson.Serialize(written), CloudEventJson.Serialize(read[2]));
        Assert.Equal(3, await Store.GetLastSequenceAsync());
    }

    [Fact]
    public async Task Sequences_grow_and_a_batch_that_does_not_is_not_stored_at_all()
    {
        await Store.AppendAsync([Event(5), Event(9)]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AppendAsync([Event(9)]).AsTask());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AppendAsync([Event(10), Event(11), Event(11)]).AsTask());
        await Store.AppendAsync([]);
        Assert.Equal([5L, 9L], await Sequences(new()));
    }

    [Fact]
    public async Task A_query_finds_what_meets_all_of_its_conditions()
    {
        for (var i = 1; i <= 12; i++)
            await Store.AppendAsync([Event(i, type: i % 2 == 0 ? "even.x" : "odd.x", correlation: $"c{i % 3}", session: $"s{i % 4}")]);

        Assert.Equal([11L, 12L], await Sequences(new() { AfterSequence = 10 }));
        Assert.Equal([2L, 4L, 6L, 8L, 10L, 12L], await Sequences(new() { Patterns = ["even.*"] }));
        Assert.Equal([3L, 4L], await Sequences(new() { From = Start.AddMinutes(3), Before = Start.AddMinutes(5) }));
        Assert.Equal([3L, 6L, 9L, 12L], await Sequences(new() { CorrelationId = "c0" }));
        Assert.Equal([4L, 8L, 12L], await Sequences(new() { SessionId = "s0" }));
        Assert.Equal([6L], await Sequences(new() { Patterns = ["even.*", "none"], CorrelationId = "c0", AfterSequence = 3, Limit = 1 }));
        Assert.Empty(await Sequences(new() { AfterSequence = 99 }));
        Assert.Empty(await Sequences(new() { Limit = 0 }));
    }

    [Fact]
    public async Task What_is_added_while_reading_does_not_disturb_it()
    {
        await Store.AppendAsync([.. Enumerable.Range(1, 100).Select(i => Event(i))]);
        var read = 0;
        await foreach (var hookEvent in Store.ReadAsync(new()))
        {
            Assert.Equal(++read, hookEvent.Sequence);
            await Store.AppendAsync([Event(100 + read)]);
        }

        Assert.Equal(100, read);
        Assert.Equal(200, await Store.GetLastSequenceAsync());
    }

    [Fact]
    public async Task Positions_are_kept_by_subscriber()
    {
        await Store.SetPositionAsync("one", 7);
        await Store.SetPositionAsync("two", 3);
        await Store.SetPositionAsync("one", 5);
        Assert.Equal((5L, 3L), (await Store.GetPositionAsync("one"), await Store.GetPositionAsync("two")));
        await Store.SetPositionAsync("one", 0);
        Assert.Equal(0, await Store.GetPositionAsync("one"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.SetPositionAsync("one", -1).AsTask());
    }

    [Fact]
    public async Task Retention_deletes_the_oldest_and_the_sequence_goes_on()
    {
        await Store.AppendAsync([.. Enumerable.Range(1, 10).Select(i => Event(i))]);
        Assert.Equal(3, await Store.TrimAsync(new() { Before = Start.AddMinutes(4) }));
        Assert.Equal(5, await Store.TrimAsync(new() { Before = Start.AddMinutes(6), KeepNewest = 2 }));
        Assert.Equal(0, await Store.TrimAsync(new() { KeepNewest = 5 }));
        Assert.Equal([9L, 10L], await Sequences(new()));
        Assert.Equal(2, await Store.TrimAsync(new() { KeepNewest = 0 }));
        Assert.Equal(10, await Store.GetLastSequenceAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AppendAsync([Event(10)]).AsTask());
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.AppendAsync([Event(1)], cancelled).AsTask());
        await Store.AppendAsync([Event(1)]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.ReadAsync(new(), cancelled))
            {
                // Nothing is read.
            }
        });
    }

    [Fact]
    public async Task Several_threads_may_use_it_at_once()
    {
        using var turn = new SemaphoreSlim(1);
        var last = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await turn.WaitAsync();
                await Store.AppendAsync([Event(++last)]);
                turn.Release();
                var read = await Sequences(new());
                Assert.Equal(Enumerable.Range(1, read.Count).Select(n => (long)n), read);
                await Store.SetPositionAsync($"worker {worker}", i + 1);
            }
        })));
        Assert.Equal(200, await Store.GetLastSequenceAsync());
        Assert.Equal(50, await Store.GetPositionAsync("worker 3"));
    }

    private static HookEvent Event(long sequence, string type = "n", string? correlation = null, string? session = null) =>
        new(type) { Sequence = sequence, Source = new("test"), Time = Start.AddMinutes(sequence), CorrelationId = correlation, SessionId = session };

    private async Task<List<long>> Sequences(EventQuery query) => [.. (await Store.ReadAsync(query).ToListAsync()).Select(e => e.Sequence)];
}

/// <summary>The store in memory does it.</summary>
public sealed class InMemoryEventStoreTests : EventStoreTests
{
    protected override Task<IEventStore> MakeAsync() => Task.FromResult<IEventStore>(new InMemoryEventStore());
}
