using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hooks;

namespace Lucerne.Observability;

/// <summary>What the dashboard shows: durations, tokens and denials, by tool and model.</summary>
public sealed class AgentMetrics : IDisposable
{
    public const string MeterName = "Lucerne.Agents";
    private const string Started = MeterName + ".started";

    private readonly Meter _meter = new(MeterName, "2.1.0");
    private readonly Histogram<double> _toolSeconds;
    private readonly Counter<long> _tokens;
    private readonly Counter<long> _denied;
    private readonly ConcurrentDictionary<string, long> _open = new();

    public AgentMetrics()
    {
        _toolSeconds = _meter.CreateHistogram<double>("agent.tool.duration", "s");
        _tokens = _meter.CreateCounter<long>("agent.tokens", "{token}");
        _denied = _meter.CreateCounter<long>("agent.tool.denied");
        _meter.CreateObservableGauge("agent.sessions", () => _open.Count);
    }

    [Hook(HookPoint.SessionStart)]
    public void Open(SessionContext session) => _open.TryAdd(session.SessionId ?? "none", Stopwatch.GetTimestamp());

    [Hook(HookPoint.SessionEnd)]
    public void Close(SessionContext session) => _open.TryRemove(session.SessionId ?? "none", out _);

    [Hook(HookPoint.BeforeToolCall, Priority = HookPriority.Lowest)]
    public void StartClock(ToolCallContext call) => call.Items[Started] = Stopwatch.GetTimestamp();

    [Hook(HookPoint.AfterToolCall)]
    public void StopClock(ToolCallContext call)
    {
        var tags = new TagList { { "tool", call.ToolName }, { "outcome", call.Outcome.ToString() } };
        if (call.Outcome == ToolCallOutcome.Denied)
        {
            tags.Add("hook", call.DecidedBy?.Name);
            _denied.Add(1, in tags);
            return;
        }

        if (call.Items.TryGetValue(Started, out var value) && value is long started)
            _toolSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, in tags);
    }

    [Hook(HookPoint.AfterModelCall)]
    public void CountTokens(ModelCallContext call)
    {
        if (call.Usage is not { } usage)
            return;
        _tokens.Add(usage.InputTokens, new("model", call.Model), new("kind", "input"));
        _tokens.Add(usage.OutputTokens, new("model", call.Model), new("kind", "output"));
    }

    [Hook(HookPoint.SubagentStart)]
    [Hook(HookPoint.AfterAgentExecution)]
    public static void Trace(AgentContext agent) =>
        Activity.Current?.AddEvent(new ActivityEvent(agent.AgentType ?? "agent", agent.Time));

    public void Dispose() => _meter.Dispose();
}
