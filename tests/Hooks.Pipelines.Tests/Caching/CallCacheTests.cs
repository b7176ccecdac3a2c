namespace Hooks.Pipelines.Tests.Caching;

/// <summary>What is kept, how long, and what goes when there is no room.</summary>
public sealed class CallCacheTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_second_call_is_answered_with_the_result_of_the_first()
    {
        var cache = new CallCache(10, _clock);

        Assert.Equal(new(1, IsHit: false), await GetAsync(cache, "a", 1));
        Assert.Equal(new(1, IsHit: true), await GetAsync(cache, "a", 2));
        Assert.Equal(new(3, IsHit: false), await GetAsync(cache, "b", 3));
    }

    [Fact]
    public async Task Null_is_a_result_too()
    {
        var cache = new CallCache(10, _clock);
        await GetAsync(cache, "a", null);

        Assert.Equal(new(null, IsHit: true), await GetAsync(cache, "a", 2));
    }

    [Fact]
    public async Task A_result_is_used_until_its_time_is_over()
    {
        var cache = new CallCache(10, _clock);
        await GetAsync(cache, "a", 1);
        _clock.Advance(Minute - TimeSpan.FromTicks(1));
        Assert.True((await GetAsync(cache, "a", 2)).IsHit);
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(new(3, IsHit: false), await GetAsync(cache, "a", 3));
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public async Task Using_a_result_does_not_make_it_younger()
    {
        var cache = new CallCache(10, _clock);
        await GetAsync(cache, "a", 1);
        for (var i = 0; i < 3; i++)
        {
            _clock.Advance(Minute / 4);
            Assert.True((await GetAsync(cache, "a", 2)).IsHit);
        }

        _clock.Advance(Minute / 4);
        Assert.False((await GetAsync(cache, "a", 2)).IsHit);
    }

    [Fact]
    public async Task Who_wants_a_fresher_result_than_there_is_makes_the_call()
    {
        var cache = new CallCache(10, _clock);
        await GetAsync(cache, "a", 1);
        _clock.Advance(Minute / 2);

        Assert.Equal(new(2, IsHit: false), await GetAsync(cache, "a", 2, Minute / 2));
        Assert.Equal(new(2, IsHit: true), await GetAsync(cache, "a", 3));
    }

    [Fact]
    public async Task Who_would_be_content_with_an_older_result_is_not_given_one_that_its_maker_no_longer_vouches_for()
    {
        var cache = new CallCache(10, _clock);
        await GetAsync(cache, "a", 1);
        _clock.Advance(Minute);

        Assert.False((await GetAsync(cache, "a", 2, TimeSpan.MaxValue)).IsHit);
    }

    [Fact]
    public async Task Without_room_the_result_goes_that_was_not_used_for_longest()
    {
        var cache = new CallCache(3, _clock);
        foreach (var key in new[] { "a", "b", "c", "a", "d", "c", "e" })
            await GetAsync(cache, key, key);

        // a, b, c; a used; d puts out b; c used; e puts out a.
        Assert.Equal(3, cache.Count);
        Assert.True((await GetAsync(cache, "c", 0)).IsHit);
        Assert.True((await GetAsync(cache, "d", 0)).IsHit);
        Assert.True((await GetAsync(cache, "e", 0)).IsHit);
        Assert.False((await GetAsync(cache, "b", 0)).IsHit);
    }

    [Fact]
    public async Task The_order_of_eviction_is_that_of_a_naive_model()
    {
        var random = new Random(20260102);
        var cache = new CallCache(5, _clock);
        var model = new List<string>();
        for (var i = 0; i < 5000; i++)
        {
            var key = $"{random.Next(12)}";
            var isThere = model.Remove(key);
            if (model.Count == 5)
                model.RemoveAt(0);
            model.Add(key);
            Assert.Equal(isThere, (await GetAsync(cache, key, key)).IsHit);
        }
    }

    [Fact]
    public async Task A_failed_call_is_not_kept()
    {
        var cache = new CallCache(10, _clock);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await cache.GetOrCallAsync(
            "a", Minute, static _ => ValueTask.FromException<object?>(new InvalidOperationException()), default));

        Assert.Equal(0, cache.Count);
        Assert.Equal(new(1, IsHit: false), await GetAsync(cache, "a", 1));
    }

    [Fact]
    public async Task Who_is_cancelled_before_he_asks_is_not_even_given_a_hit()
    {
        var cache = new CallCache(10, _clock);
        await GetAsync(cache, "a", 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cache.GetOrCallAsync(
            "a", Minute, static _ => new((object?)2), new CancellationToken(canceled: true)));
    }

    private static ValueTask<CachedResult> GetAsync(CallCache cache, string key, object? value, TimeSpan? timeToLive = null) =>
        cache.GetOrCallAsync(key, timeToLive ?? Minute, _ => new(value), default);
}
