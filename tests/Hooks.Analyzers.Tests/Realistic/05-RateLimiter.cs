using System.Collections.Concurrent;
using Hooks;

namespace AdventureWorks.Throttling;

/// <summary>At most so many calls of a tool at a time, and so many model calls a minute.</summary>
public sealed class RateLimiter : IDisposable
{
    private const string Ticket = "AdventureWorks.Throttling.Ticket";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _search = new(2);
    private readonly Queue<DateTimeOffset> _recent = new();
    private readonly TimeProvider _clock = TimeProvider.System;

    [Hook(HookPoint.BeforeToolCall, Tools = "mcp__*|WebFetch", Priority = HookPriority.Low)]
    public async ValueTask<HookResult> EnterAsync(ToolCallContext call, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(call.ToolName, static _ => new SemaphoreSlim(4));
        if (!await gate.WaitAsync(Patience, cancellationToken).ConfigureAwait(false))
            return HookResult.Cancel($"too many calls of {call.ToolName} are running; try again later");

        call.Items[Ticket] = gate;
        return HookResult.Continue;
    }

    // Asks only whether there is room; with a timeout of zero this does not wait.
    [Hook(HookPoint.BeforeToolCall, Tools = "@search", Priority = HookPriority.Low)]
    public HookResult TryEnterSearch(ToolCallContext call)
    {
        if (!_search.Wait(0))
            return HookResult.Cancel("two searches are running already");
        call.Items[Ticket] = _search;
        return HookResult.Continue;
    }

    [Hook(HookPoint.AfterToolCall, Priority = HookPriority.Lowest)]
    public void Leave(ToolCallContext call)
    {
        if (call.Items.Remove(Ticket, out var ticket) && ticket is SemaphoreSlim gate)
            gate.Release();
    }

    [Hook(HookPoint.BeforeModelCall)]
    public async Task<HookResult> PaceAsync(ModelCallContext call, CancellationToken cancellationToken)
    {
        var wait = Reserve();
        if (wait > TimeSpan.FromMinutes(1))
            return HookResult.Cancel($"the limit of model calls is reached for {wait.TotalSeconds:0} seconds");
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _clock, cancellationToken);
        return HookResult.Continue;
    }

    public void Dispose()
    {
        _search.Dispose();
        foreach (var gate in _gates.Values)
            gate.Dispose();
    }

    private TimeSpan Reserve()
    {
        lock (_recent)
        {
            var now = _clock.GetUtcNow();
            while (_recent.TryPeek(out var oldest) && now - oldest > TimeSpan.FromMinutes(1))
                _recent.Dequeue();
            _recent.Enqueue(now);
            return _recent.Count <= 60 ? TimeSpan.Zero : _recent.Peek() + TimeSpan.FromMinutes(1) - now;
        }
    }
}
