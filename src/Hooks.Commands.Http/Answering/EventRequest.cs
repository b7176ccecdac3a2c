using Microsoft.AspNetCore.Http;

namespace Hooks.Commands.Http;

/// <summary>One event that came in over HTTP, on the same way as one that a command is started for.</summary>
/// <param name="path">What its address says.</param>
/// <param name="request">The request.</param>
/// <param name="slots">How many may run beside each other.</param>
/// <param name="usualDeadline">How long it may take if the address does not say.</param>
internal sealed class EventRequest(EventPath path, HttpRequest request, SemaphoreSlim slots, TimeSpan usualDeadline)
{
    private static readonly AsyncLocal<Invocation?> Current = new();

    private readonly TimeSpan _deadline = path.Deadline ?? usualDeadline;

    /// <summary>Gives a report of the dispatcher to the event in which it came up.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryTell(HookReport report)
    {
        Current.Value?.Take(report);
        return Current.Value is not null;
    }

    /// <summary>The reply of the hooks, or of the deadline if that comes first. A hook that is late keeps its slot until it returns.</summary>
    public async Task<HostReply> AnswerAsync(HookDispatcher dispatcher, CommandHostOptions options)
    {
        var started = options.TimeProvider.GetTimestamp();
        var mistake = path.Mistake;
        var hasSlot = false;
        ArraySegment<byte> body = default;
        using var deadline = new CancellationTokenSource(_deadline, options.TimeProvider);
        try
        {
            if (!slots.Wait(0, CancellationToken.None))
                await slots.WaitAsync(deadline.Token);
            hasSlot = true;
            body = await RequestBody.ReadAsync(request, options.MaxInputBytes, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            mistake ??= hasSlot
                ? $"The payload was not there within {_deadline.TotalMilliseconds:0} ms."
                : $"No other event ended within {_deadline.TotalMilliseconds:0} ms; serve --at-once lets more of them run.";
        }
        catch (Exception error) when (error is PayloadException or IOException)
        {
            mistake ??= error.Message;
        }

        var left = _deadline - options.TimeProvider.GetElapsedTime(started);
        if (left <= TimeSpan.Zero)
            mistake ??= $"The payload was there only after {_deadline.TotalMilliseconds:0} ms.";
        var answered = new TaskCompletionSource<HostReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var invocation = new Invocation(CommandLine.Of(path.Agent, path.EventName, mistake is null ? left : null, mistake), dispatcher, new()
        {
            Input = new MemoryStream(body.Array ?? [], body.Offset, body.Count),
            Output = Stream.Null,
            Error = options.Error,
            LogPath = options.LogPath,
            MaxInputBytes = options.MaxInputBytes,
            TimeProvider = options.TimeProvider,
        })
        { IsOneOfMany = true, Answered = reply => answered.TrySetResult(reply) };
        var run = RunAsync(invocation, answered, hasSlot);
        var reply = await answered.Task;

        // The log comes right behind the answer, unless a hook is late; a server that is stopped then has written it.
        await run.WaitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return reply;
    }

    // On a thread of its own, so that the deadline answers also while a hook blocks.
    private async Task RunAsync(Invocation invocation, TaskCompletionSource<HostReply> answered, bool hasSlot)
    {
        try
        {
            await Task.Run(() =>
            {
                Current.Value = invocation;
                return invocation.RunAsync();
            });
        }
        catch (Exception error)
        {
            answered.TrySetException(error);
        }
        finally
        {
            if (hasSlot)
                slots.Release();
        }
    }
}
