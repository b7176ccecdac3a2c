namespace Hooks.Pipelines.Tests.Sessions;

/// <summary>Sessions and their turns.</summary>
public sealed class SessionTests
{
    private readonly FakeClock _clock = new();
    private readonly List<string> _told = [];
    private readonly HookDispatcher _hooks;

    public SessionTests()
    {
        _hooks = new(new EmptyTable(), new() { TimeProvider = _clock });
        foreach (var point in HookPoints.All.Where(point => point.ContextType == typeof(SessionContext)))
            _hooks.Observe<SessionContext>(point.Point!.Value, session => _told.Add($"{point.Name} {session.Reason}{session.ErrorMessage}".TrimEnd()));
        foreach (var point in HookPoints.All.Where(point => point.ContextType == typeof(TurnContext)))
            _hooks.Observe<TurnContext>(point.Point!.Value, turn => _told.Add($"{point.Name} {turn.Prompt} {turn.Response}".TrimEnd()));
    }

    [Fact]
    public async Task A_session_begins_and_ends_whatever_happens_in_it()
    {
        var done = 0;
        ValueTask DoAsync(CancellationToken token)
        {
            done++;
            return default;
        }

        await _hooks.RunSessionAsync(new() { SessionId = "1" }, async (session, token) =>
        {
            await _hooks.UpdateSessionAsync(session, DoAsync, token);
            await _hooks.SaveSessionAsync(session, DoAsync, token);
            await _hooks.CheckpointSessionAsync(session, DoAsync, token);
            await _hooks.RestoreSessionAsync(session, DoAsync, token);
            await _hooks.RollOverSessionAsync(session, _ =>
            {
                _told.Add("reset");
                return default;
            }, token);
            session.Reason = "logout";
        });

        Assert.Equal(["SessionStart", "SessionUpdated", "SessionSave", "SessionCheckpoint", "SessionRestore", "SessionRollover", "reset", "SessionEnd logout"], _told);
        Assert.Equal(4, done);
    }

    [Fact]
    public async Task A_session_that_fails_is_told_so_and_its_error_is_thrown_on()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _hooks.RunSessionAsync(new(), (_, _) => throw new InvalidOperationException("broken")).AsTask());

        Assert.Equal(["SessionStart", "SessionError broken", "SessionEnd broken"], _told);
    }

    [Fact]
    public async Task A_session_that_is_cancelled_has_not_failed()
    {
        using var cancelling = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _hooks.RunSessionAsync(new(), async (_, token) =>
        {
            await cancelling.CancelAsync();
            token.ThrowIfCancellationRequested();
        }, cancelling.Token).AsTask());

        Assert.Equal(["SessionStart", "SessionEnd"], _told);
    }

    [Fact]
    public async Task A_hook_that_takes_too_long_over_one_moment_does_not_freeze_the_session()
    {
        _hooks.Observe<SessionContext>(HookPoint.SessionSave, async (session, _) =>
        {
            session.AddContext("saved");
            await new TaskCompletionSource().Task;
        });
        var session = new SessionContext();
        var saving = _hooks.SaveSessionAsync(session, _ => default).AsTask();
        while (!saving.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await saving;
        session.Reason = "can still be written down";
        Assert.Equal(["saved"], session.AddedContext);
    }

    [Fact]
    public async Task A_session_lasts_as_long_as_it_runs()
    {
        TimeSpan? duration = null;
        _hooks.Observe<SessionContext>(HookPoint.SessionEnd, session => duration = session.Duration);
        await _hooks.RunSessionAsync(new(), (_, _) =>
        {
            _clock.Advance(TimeSpan.FromMinutes(3));
            return default;
        });

        Assert.Equal(TimeSpan.FromMinutes(3), duration);
    }

    [Fact]
    public async Task A_turn_receives_and_sends_a_message()
    {
        var final = await _hooks.RunTurnAsync(new() { Prompt = "hi" }, (turn, _) => new($"{turn.Prompt}!"));

        Assert.Equal((ToolCallOutcome.Succeeded, "hi!"), (final.Outcome, final.Response));
        Assert.Equal(["MessageReceived hi", "BeforeTurn hi", "MessageSent hi hi!", "AfterTurn hi hi!"], _told);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_turn_that_is_denied_is_over_at_once(bool asks)
    {
        _hooks.Register<TurnContext>(HookPoint.BeforeTurn, _ => asks ? HookResult.Ask() : HookResult.Cancel("no"));
        var final = await _hooks.RunTurnAsync(new() { Prompt = "hi" }, (_, _) => throw new InvalidOperationException("never"));

        Assert.Equal(ToolCallOutcome.Denied, final.Outcome);
        Assert.Equal(["MessageReceived hi", "BeforeTurn hi", "AfterTurn hi"], _told);
    }

    [Fact]
    public async Task A_prompt_that_a_hook_changes_is_the_one_that_is_answered()
    {
        _hooks.Register<TurnContext>(HookPoint.BeforeTurn, turn =>
        {
            turn.Prompt = "hello";
            return HookResult.Modified;
        });

        Assert.Equal("hello!", (await _hooks.RunTurnAsync(new() { Prompt = "hi" }, (turn, _) => new($"{turn.Prompt}!"))).Response);
    }

    [Theory]
    [InlineData(HookPoint.SessionStart)]
    [InlineData(HookPoint.SessionError)]
    public async Task A_session_ends_whatever_hooks_throw(HookPoint point)
    {
        _hooks.Observe<SessionContext>(point, _ => throw new InvalidOperationException("hook"), new() { OnFailure = HookFailurePolicy.Throw });
        await Assert.ThrowsAsync<InvalidOperationException>(() => _hooks.RunSessionAsync(new(), (_, _) => throw new InvalidOperationException("broken")).AsTask());

        Assert.Single(_told, told => told.StartsWith("SessionEnd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_turn_ends_whatever_hooks_throw()
    {
        _hooks.Observe<TurnContext>(HookPoint.MessageReceived, _ => throw new InvalidOperationException("hook"), new() { OnFailure = HookFailurePolicy.Throw });
        await Assert.ThrowsAsync<InvalidOperationException>(() => _hooks.RunTurnAsync(new(), (_, _) => new("never")).AsTask());

        Assert.Single(_told, told => told.StartsWith("AfterTurn", StringComparison.Ordinal));
    }
}
