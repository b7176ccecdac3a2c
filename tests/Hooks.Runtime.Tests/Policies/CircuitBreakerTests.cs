namespace Hooks.Runtime.Tests.Policies;

/// <summary>The breaker itself, without a dispatcher: every sentence of its contract.</summary>
public sealed class CircuitBreakerTests
{
    private readonly FakeClock _clock = new();
    private readonly List<HookCircuitState> _changes = [];

    [Fact]
    public void Four_failures_a_success_and_four_failures_leave_it_closed()
    {
        var breaker = Create();
        for (var round = 0; round < 2; round++)
        {
            Fail(breaker, 4);
            Succeed(breaker);
        }

        Assert.Equal(HookCircuitState.Closed, breaker.State);
        Assert.Empty(_changes);
    }

    [Fact]
    public void The_fifth_failure_in_a_row_opens_it_and_it_stays_open_for_its_time()
    {
        var breaker = Create();
        Fail(breaker, 5);
        Assert.Equal(HookCircuitState.Open, breaker.State);
        _clock.Advance(TimeSpan.FromSeconds(29.999));
        Assert.False(breaker.TryEnter(out _));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(breaker.TryEnter(out _));

        Assert.Equal(HookCircuitState.HalfOpen, breaker.State);
        Assert.False(breaker.TryEnter(out _));
        Assert.Equal((5, 2, 1), (breaker.Failures, breaker.Rejections, breaker.Openings));
    }

    [Fact]
    public void Two_successes_in_a_row_close_it()
    {
        var breaker = HalfOpen();
        Succeed(breaker);
        Assert.Equal(HookCircuitState.HalfOpen, breaker.State);
        Succeed(breaker);

        Assert.Equal(HookCircuitState.Closed, breaker.State);
        Assert.Equal([HookCircuitState.Open, HookCircuitState.HalfOpen, HookCircuitState.Closed], _changes);
        Fail(breaker, 4);
        Assert.Equal(HookCircuitState.Closed, breaker.State);
    }

    [Fact]
    public void A_success_and_a_failure_open_it_again_for_the_whole_time()
    {
        var breaker = HalfOpen();
        Succeed(breaker);
        Fail(breaker, 1);
        Assert.Equal(HookCircuitState.Open, breaker.State);
        _clock.Advance(TimeSpan.FromSeconds(29.999));
        Assert.False(breaker.TryEnter(out _));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public void What_calls_from_before_a_change_say_is_ignored()
    {
        var breaker = Create();
        Assert.True(breaker.TryEnter(out var old));
        Fail(breaker, 5);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(breaker.TryEnter(out var probe));
        breaker.Succeeded(old);
        breaker.Succeeded(old);
        Assert.Equal(HookCircuitState.HalfOpen, breaker.State);
        breaker.Failed(old);
        Assert.Equal(HookCircuitState.HalfOpen, breaker.State);
        breaker.Succeeded(probe);
        Succeed(breaker);
        Assert.Equal(HookCircuitState.Closed, breaker.State);
    }

    [Fact]
    public void A_cancelled_try_says_nothing_and_makes_room_for_the_next()
    {
        var breaker = HalfOpen();
        Assert.True(breaker.TryEnter(out var probe));
        breaker.Cancelled(probe);

        Assert.Equal(HookCircuitState.HalfOpen, breaker.State);
        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public void A_try_that_hangs_is_released_and_its_later_success_is_ignored()
    {
        var breaker = HalfOpen();
        Assert.True(breaker.TryEnter(out var hung));
        _clock.Advance(TimeSpan.FromSeconds(4.999));
        Assert.False(breaker.TryEnter(out _));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(breaker.TryEnter(out var second));
        breaker.Succeeded(hung);
        Assert.False(breaker.TryEnter(out _));
        breaker.Succeeded(second);
        Assert.Equal(HookCircuitState.HalfOpen, breaker.State);
        Succeed(breaker);
        Assert.Equal(HookCircuitState.Closed, breaker.State);
    }

    [Fact]
    public void A_try_that_hangs_and_fails_opens_it_again_however_late()
    {
        var breaker = HalfOpen();
        Assert.True(breaker.TryEnter(out var hung));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(breaker.TryEnter(out var second));
        breaker.Failed(hung);

        Assert.Equal((HookCircuitState.Open, 2), (breaker.State, breaker.Openings));
        breaker.Failed(second);
        breaker.Succeeded(second);
        Assert.Equal((HookCircuitState.Open, 2), (breaker.State, breaker.Openings));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public void A_hook_that_always_hangs_longer_than_a_try_may_is_hardly_called()
    {
        var breaker = Create();
        Fail(breaker, 5);
        var waiting = new Queue<(int Ticket, int Until)>();
        var calls = 0;
        for (var second = 1; second <= 600; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            while (waiting.TryPeek(out var call) && call.Until <= second)
                breaker.Failed(waiting.Dequeue().Ticket);
            if (!breaker.TryEnter(out var ticket))
                continue;
            calls++;
            waiting.Enqueue((ticket, second + 10));
        }

        Assert.InRange(calls, 15, 40);
    }

    [Fact]
    public void Two_successes_with_a_try_between_that_hangs_are_no_row()
    {
        var breaker = HalfOpen();
        Succeed(breaker);
        Assert.True(breaker.TryEnter(out _));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Succeed(breaker);
        Assert.Equal(HookCircuitState.HalfOpen, breaker.State);
        Succeed(breaker);
        Assert.Equal(HookCircuitState.Closed, breaker.State);
    }

    [Fact]
    public void Forced_open_stays_open_until_it_is_closed()
    {
        var breaker = Create();
        breaker.Open();
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.False(breaker.TryEnter(out _));
        breaker.Close();
        Assert.True(breaker.TryEnter(out _));
        Fail(breaker, 5);
        breaker.Reset();
        Assert.Equal((HookCircuitState.Closed, 0, 0, 0), (breaker.State, breaker.Failures, breaker.Rejections, breaker.Openings));
    }

    [Fact]
    public void A_hundred_threads_open_it_once()
    {
        var breaker = Create();
        Parallel.For(0, 100, _ =>
        {
            if (breaker.TryEnter(out var ticket))
                breaker.Failed(ticket);
        });

        Assert.Equal([HookCircuitState.Open], _changes);
        Assert.Equal(1, breaker.Openings);
    }

    private HookCircuitBreaker Create() => new(new(), _clock, (_, state) =>
    {
        lock (_changes)
            _changes.Add(state);
    });

    private HookCircuitBreaker HalfOpen()
    {
        var breaker = Create();
        Fail(breaker, 5);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(breaker.TryEnter(out var probe));
        breaker.Cancelled(probe);
        return breaker;
    }

    private static void Fail(HookCircuitBreaker breaker, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.True(breaker.TryEnter(out var ticket));
            breaker.Failed(ticket);
        }
    }

    private static void Succeed(HookCircuitBreaker breaker)
    {
        Assert.True(breaker.TryEnter(out var ticket));
        breaker.Succeeded(ticket);
    }
}
