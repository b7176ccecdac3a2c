namespace Hooks.Pipelines.Tests.State;

/// <summary>Reads and writes of state.</summary>
public sealed class StateTests
{
    private readonly HookDispatcher _hooks = new(new EmptyTable());
    private readonly Dictionary<string, object?> _store = new() { ["k"] = "stored", ["other"] = "else" };
    private readonly List<string> _told = [];

    [Fact]
    public async Task A_read_is_told_with_its_value()
    {
        Tell(HookPoint.BeforeStateRead, HookPoint.AfterStateRead);
        var final = await ReadAsync();

        Assert.Equal((ToolCallOutcome.Succeeded, "stored"), (final.Outcome, final.Value));
        Assert.Equal(["BeforeStateRead k=", "AfterStateRead k=stored"], _told);
    }

    [Theory]
    [InlineData(HookResultKind.Cancel, ToolCallOutcome.Denied, null)]
    [InlineData(HookResultKind.Replace, ToolCallOutcome.Replaced, "instead")]
    [InlineData(HookResultKind.Redirect, ToolCallOutcome.Redirected, "else")]
    [InlineData(HookResultKind.Ask, ToolCallOutcome.Denied, null)]
    public async Task A_verdict_decides_what_is_read(HookResultKind answer, ToolCallOutcome outcome, string? value)
    {
        _hooks.Register<StateContext>(HookPoint.BeforeStateRead, access => access.Key == "other" ? HookResult.Continue : answer switch
        {
            HookResultKind.Cancel => HookResult.Cancel("no"),
            HookResultKind.Replace => HookResult.Replace("instead"),
            HookResultKind.Ask => HookResult.Ask(),
            _ => HookResult.Redirect("other"),
        });
        var final = await ReadAsync();

        Assert.Equal((outcome, value), (final.Outcome, final.Value));
    }

    [Fact]
    public async Task A_write_is_told_when_it_has_been_made_with_the_value_that_hooks_let_through()
    {
        Tell(HookPoint.AfterStateWrite);
        _hooks.Register<StateContext>(HookPoint.BeforeStateWrite, access =>
        {
            access.Value += " (checked)";
            return HookResult.Modified;
        });
        var final = await WriteAsync();

        Assert.Equal((ToolCallOutcome.Succeeded, "new (checked)"), (final.Outcome, final.Value));
        Assert.Equal("new (checked)", _store["k"]);
        Assert.Equal(["AfterStateWrite k=new (checked)"], _told);
    }

    [Fact]
    public async Task A_write_that_is_denied_changes_nothing()
    {
        Tell(HookPoint.AfterStateWrite);
        _hooks.Register<StateContext>(HookPoint.BeforeStateWrite, _ => HookResult.Cancel("read-only"));
        var final = await WriteAsync();

        Assert.Equal((ToolCallOutcome.Denied, "read-only", "stored"), (final.Outcome, final.ErrorMessage, _store["k"]));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_conflict_shows_the_other_value_and_a_hook_may_write_again()
    {
        var seen = new List<(object?, long?)>();
        _hooks.Register<StateContext>(HookPoint.StateConflict, access =>
        {
            seen.Add((access.ConflictingValue, access.StoredVersion));
            return HookResult.Retry();
        });
        var final = await WriteAsync(conflicts: 2);

        Assert.Equal([("theirs", 7L), ("theirs", 7L)], seen);
        Assert.Equal((ToolCallOutcome.Succeeded, "new"), (final.Outcome, _store["k"]));
    }

    [Fact]
    public async Task A_conflict_can_be_settled_with_another_value_or_stand()
    {
        Tell(HookPoint.AfterStateWrite);
        var standing = await WriteAsync(conflicts: 1);
        _hooks.Register<StateContext>(HookPoint.StateConflict, access => HookResult.Replace(access.ConflictingValue));
        var settled = await WriteAsync(conflicts: 1);

        Assert.Equal(ToolCallOutcome.Failed, standing.Outcome);
        Assert.IsType<StateConflictException>(standing.Error);
        Assert.Equal((ToolCallOutcome.Replaced, "theirs"), (settled.Outcome, settled.Value));
        Assert.Equal(["AfterStateWrite k=theirs"], _told);
    }

    [Fact]
    public async Task Whoever_writes_again_knows_over_what_and_then_there_is_no_conflict()
    {
        var (lent, told) = (new List<(object?, long?)>(), new List<(object?, long?)>());
        _hooks.Register<StateContext>(HookPoint.StateConflict, _ => HookResult.Retry());
        _hooks.Observe<StateContext>(HookPoint.AfterStateWrite, access => told.Add((access.ConflictingValue, access.StoredVersion)));
        await _hooks.WriteStateAsync(new() { Key = "k", Value = "new" }, (access, _) =>
        {
            lent.Add((access.ConflictingValue, access.StoredVersion));
            return lent.Count == 1 ? throw new StateConflictException("theirs", storedVersion: 7) : default;
        });

        Assert.Equal([(null, null), ("theirs", 7L)], lent);
        Assert.Equal([(null, null)], told);
    }

    [Fact]
    public async Task Another_error_is_no_conflict()
    {
        _hooks.Register<StateContext>(HookPoint.StateConflict, _ => HookResult.Replace("never"));
        var final = await _hooks.WriteStateAsync(new() { Key = "k" }, (_, _) => throw new InvalidOperationException("disk full"));

        Assert.Equal((ToolCallOutcome.Failed, "disk full"), (final.Outcome, final.ErrorMessage));
    }

    [Fact]
    public async Task A_migration_is_told_when_it_is_done()
    {
        Tell(HookPoint.StateMigration);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _hooks.MigrateStateAsync(new() { Key = "all" }, _ => throw new InvalidOperationException()).AsTask());
        Assert.Empty(_told);
        await _hooks.MigrateStateAsync(new() { Key = "all" }, _ => default);

        Assert.Equal(["StateMigration all="], _told);
    }

    private ValueTask<StateContext> ReadAsync() => _hooks.ReadStateAsync(new() { Key = "k" }, (access, _) => new(_store[access.Key]));

    private ValueTask<StateContext> WriteAsync(int conflicts = 0) => _hooks.WriteStateAsync(new() { Key = "k", Value = "new" }, (access, _) =>
    {
        if (conflicts-- > 0)
            throw new StateConflictException("theirs", storedVersion: 7);
        _store[access.Key] = access.Value;
        return default;
    });

    private void Tell(params HookPoint[] points)
    {
        foreach (var point in points)
            _hooks.Observe<StateContext>(point, access => _told.Add($"{point} {access.Key}={access.Value}"));
    }
}
