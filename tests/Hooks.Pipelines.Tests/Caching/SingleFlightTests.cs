namespace Hooks.Pipelines.Tests.Caching;

/// <summary>Several callers who want the same at the same time.</summary>
public sealed class SingleFlightTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly CallCache _cache = new(10, new FakeClock());

    [Fact]
    public async Task Of_64_callers_one_calls()
    {
        var (calls, result) = (0, new TaskCompletionSource<object?>());
        var callers = Enumerable.Range(0, 64).Select(_ => Task.Run(() => GetAsync(_ =>
        {
            Interlocked.Increment(ref calls);
            return new(result.Task);
        }))).ToList();
        while (Volatile.Read(ref calls) == 0)
            await Task.Yield();
        result.SetResult("once");
        var answers = await Task.WhenAll(callers);

        Assert.Equal(1, calls);
        Assert.All(answers, answer => Assert.Equal("once", answer.Value));
        Assert.Single(answers, answer => !answer.IsHit);
    }

    [Fact]
    public async Task Who_waits_and_is_cancelled_leaves_and_the_others_stay()
    {
        var result = new TaskCompletionSource<object?>();
        using var leaving = new CancellationTokenSource();
        var leader = GetAsync(_ => new(result.Task));
        var leaver = GetAsync(_ => throw new InvalidOperationException("nobody else calls"), leaving.Token);
        var other = GetAsync(_ => throw new InvalidOperationException("nobody else calls"));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        result.SetResult(1);

        Assert.Equal(new(1, IsHit: false), await leader);
        Assert.Equal(new(1, IsHit: true), await other);
    }

    [Fact]
    public async Task When_the_caller_who_calls_is_cancelled_another_calls_whatever_the_call_throws()
    {
        using var leaving = new CancellationTokenSource();
        var leader = GetAsync(async token =>
        {
            await new TaskCompletionSource().Task.WaitAsync(token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new IOException("connection closed");
        }, leaving.Token);
        var other = GetAsync(_ => new("mine"));
        await leaving.CancelAsync();
        await Assert.ThrowsAsync<IOException>(() => leader);

        Assert.Equal("mine", (await other).Value);
    }

    [Fact]
    public async Task When_the_caller_who_calls_is_cancelled_one_of_the_others_calls()
    {
        using var leaving = new CancellationTokenSource();
        var (calls, result) = (0, new TaskCompletionSource<object?>());
        var leader = GetAsync(async token =>
        {
            await new TaskCompletionSource().Task.WaitAsync(token);
            return null;
        }, leaving.Token);
        var others = Enumerable.Range(0, 8).Select(_ => GetAsync(_ =>
        {
            Interlocked.Increment(ref calls);
            return new(result.Task);
        })).ToList();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        result.SetResult("after all");
        var answers = await Task.WhenAll(others);

        Assert.Equal(1, calls);
        Assert.All(answers, answer => Assert.Equal("after all", answer.Value));
        Assert.Single(answers, answer => !answer.IsHit);
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_the_next_caller_calls()
    {
        var result = new TaskCompletionSource<object?>();
        var callers = Enumerable.Range(0, 4).Select(_ => GetAsync(_ => new(result.Task))).ToList();
        var error = new InvalidOperationException("failed");
        result.SetException(error);
        foreach (var caller in callers)
            Assert.Same(error, await Assert.ThrowsAsync<InvalidOperationException>(() => caller));

        Assert.Equal(new(1, IsHit: false), await GetAsync(_ => new((object?)1)));
    }

    [Fact]
    public async Task A_cancellation_that_is_not_the_callers_own_is_a_failure_like_any_other()
    {
        var result = new TaskCompletionSource<object?>();
        var leader = GetAsync(_ => new(result.Task));
        var other = GetAsync(_ => throw new InvalidOperationException("nobody else calls"));
        result.SetCanceled();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
    }

    [Fact]
    public async Task A_call_that_makes_the_same_call_does_not_wait_for_itself()
    {
        var answer = await GetAsync(async _ => (await GetAsync(_ => new((object?)"inner"))).Value);

        Assert.Equal(new("inner", IsHit: false), answer);
    }

    [Fact]
    public async Task Two_calls_that_make_each_other_do_not_wait_for_each_other()
    {
        var (left, right, both) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var begun = 0;
        var one = GetAsync("one", async _ =>
        {
            left.SetResult();
            await right.Task;
            return (await GetAsync("two", _ => MeetAsync(2))).Value;
        });
        var two = GetAsync("two", async _ =>
        {
            right.SetResult();
            await left.Task;
            return (await GetAsync("one", _ => MeetAsync(1))).Value;
        });

        Assert.Equal((2, 1), ((int)(await one).Value!, (int)(await two).Value!));

        // Neither outer call has its result before both inner ones have begun.
        async ValueTask<object?> MeetAsync(int value)
        {
            if (Interlocked.Increment(ref begun) == 2)
                both.SetResult();
            await both.Task;
            return value;
        }
    }

    [Fact]
    public async Task Having_made_a_call_a_caller_waits_again()
    {
        await GetAsync("first", _ => new((object?)0));
        var result = new TaskCompletionSource<object?>();
        var leader = GetAsync(_ => new(result.Task));
        var other = GetAsync(_ => throw new InvalidOperationException("nobody else calls"));
        result.SetResult(1);

        Assert.Equal(new(1, IsHit: false), await leader);
        Assert.Equal(new(1, IsHit: true), await other);
    }

    private Task<CachedResult> GetAsync(Func<CancellationToken, ValueTask<object?>> call, CancellationToken cancellationToken = default) =>
        GetAsync("key", call, cancellationToken);

    private Task<CachedResult> GetAsync(string key, Func<CancellationToken, ValueTask<object?>> call, CancellationToken cancellationToken = default) =>
        _cache.GetOrCallAsync(key, Minute, call, cancellationToken).AsTask();
}
