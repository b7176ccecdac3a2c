using System.Globalization;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>One call of a hook's body, by a dispatcher or by the model of one.</summary>
internal sealed record BodyCall(HookSpec Spec, int Fire, int Attempt, bool IsAside, CancellationToken? Token)
{
    public string Hook => Spec.TableName;

    /// <summary>The token of the fire's caller.</summary>
    public CancellationToken Caller { get; init; }

    public required Action CancelCaller { get; init; }

    /// <summary>Whether the fire has gone on without the hook.</summary>
    public required Func<bool> IsLeftBehind { get; init; }

    /// <summary>What the context says that hooks before have done.</summary>
    public required Func<string> Read { get; init; }

    /// <summary>Changes the context; throws if it is frozen.</summary>
    public required Action<string> Write { get; init; }
}

/// <summary>What hooks do, as planned; what they see goes into the journal.</summary>
internal sealed class HookBody(PolicyPlan plan, Journal journal, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();

    // A thread that calls a hook aside is busy until what it has called waits: only then it leaves the context that flows
    // with the call, and only then the clock may be moved on.
    private readonly AsyncLocal<bool> _isBusy = new(change =>
    {
        if (change.CurrentValue != change.PreviousValue)
            journal.CountBusy(change.CurrentValue ? 1 : -1);
    });

    public string Now => clock.GetElapsedTime(_start).TotalMilliseconds.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>What runs now runs aside.</summary>
    public void MarkBusy() => _isBusy.Value = true;

    public ValueTask<HookResult> Run(BodyCall call)
    {
        if (call.IsAside)
            MarkBusy();
        var step = plan.StepOf(call.Spec, call.Fire, call.Attempt);
        Log(call, $"is called, token {Kind(call)}, sees '{call.Read()}'");
        if (step.Changes)
            call.Write($"{call.Hook}#{call.Attempt}");
        if (step.CancelsCaller && !call.IsAside)
            call.CancelCaller();
        if (step.Delay != TimeSpan.Zero && call.Spec.IsAsynchronous)
            return new(SuspendAsync(call, step));
        return step.AsTask && step.End != PolicyEnd.Answer ? ValueTask.FromException<HookResult>(Error(step)) : new(End(step));
    }

    private async Task<HookResult> SuspendAsync(BodyCall call, PolicyStep step)
    {
        var woken = new TaskCompletionSource();
        using var timer = step.Delay == Timeout.InfiniteTimeSpan ? null : clock.CreateTimer(_ => woken.TrySetResult(), null, step.Delay, Timeout.InfiniteTimeSpan);
        using var registration = step.ObservesToken && call.Token is { } token ? token.Register(() => woken.TrySetCanceled(token)) : default;
        OperationCanceledException? cancelled = null;
        try
        {
            await woken.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            cancelled = error;
        }

        var line = $"wakes, token {(call.Token is { IsCancellationRequested: true } ? "cancelled" : "not cancelled")}, {WriteLate(call, step)}";

        // Nothing orders what a hook does when its time is up against what goes on without it.
        if (cancelled is not null && (call.IsAside || call.IsLeftBehind()))
            journal.WriteAside("late " + call.Hook, Line(call, line));
        else
            Log(call, line);
        return cancelled is null ? End(step) : throw cancelled;
    }

    private static string WriteLate(BodyCall call, PolicyStep step)
    {
        if (!step.WritesLate)
            return "writes nothing";
        try
        {
            call.Write($"{call.Hook}#{call.Attempt} late");
            return "writes";
        }
        catch (InvalidOperationException)
        {
            return "cannot write";
        }
    }

    private static HookResult End(PolicyStep step) => step.End == PolicyEnd.Answer ? step.Result : throw Error(step);

    private static Exception Error(PolicyStep step) => step.End switch
    {
        PolicyEnd.Throw => new BoomException(),
        PolicyEnd.OwnTimeout => new TimeoutException("secret details of the hook's own"),
        _ => new OperationCanceledException("secret details of something else"),
    };

    private static string Kind(BodyCall call) =>
        call.Token is not { } token ? "-"
        : token == default ? "none"
        : token == call.Caller ? "caller's"
        : "own";

    private void Log(BodyCall call, string what)
    {
        if (call.IsAside)
            journal.WriteAside(call.Hook, Line(call, what));
        else
            journal.Write(Line(call, what));
    }

    private string Line(BodyCall call, string what) => $"{Now} fire {call.Fire}: {call.Hook}#{call.Attempt} at {call.Spec.Point} {what}";
}
