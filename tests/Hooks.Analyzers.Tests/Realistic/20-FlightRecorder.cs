using System.Threading.Channels;
using Hooks;

namespace Fourth.Recording;

/// <summary>Whatever happens, in order, in memory: the last events before a crash.</summary>
public sealed class FlightRecorder
{
    private readonly Channel<string> _events = Channel.CreateBounded<string>(new BoundedChannelOptions(500) { FullMode = BoundedChannelFullMode.DropOldest });

    [Hook(HookPoint.SessionStart, Name = "flight-recorder", Priority = HookPriority.Highest)]
    [Hook(HookPoint.BeforeTurn, Name = "flight-recorder", Priority = HookPriority.Highest)]
    [Hook(HookPoint.BeforeModelCall, Name = "flight-recorder", Priority = HookPriority.Highest)]
    [Hook(HookPoint.BeforeToolCall, Name = "flight-recorder", Priority = HookPriority.Highest)]
    [Hook(HookPoint.AfterToolCall, Name = "flight-recorder", Priority = HookPriority.Highest)]
    [Hook(HookPoint.SessionEnd, Name = "flight-recorder", Priority = HookPriority.Highest)]
    public void Record(HookContext context) => _events.Writer.TryWrite($"{context.Time:O} {Describe(context)}");

    [Hook(HookPoint.ErrorOccurred, Name = "flight-recorder-dump")]
    [Hook(HookPoint.SessionError, Name = "flight-recorder-dump")]
    [Hook(HookPoint.SystemShutdown, Name = "flight-recorder-dump")]
    public async Task DumpAsync(HookContext context, CancellationToken cancellationToken)
    {
        if (context is ErrorContext { Severity: < HookSeverity.High })
            return;

        await using var file = new StreamWriter(Path.Combine(Path.GetTempPath(), $"flight-{context.Time:yyyyMMddHHmmss}.log"));
        while (_events.Reader.TryRead(out var line))
            await file.WriteLineAsync(line.AsMemory(), cancellationToken);
    }

    [Hook(HookPoint.BeforeToolCall, Name = "correlate", OnFailure = HookFailurePolicy.Continue)]
    [Hook(HookPoint.BeforeModelCall, Name = "correlate", OnFailure = HookFailurePolicy.Continue)]
    public static ValueTask CorrelateAsync(HookContext context)
    {
        context.Items["correlation"] = context.CorrelationId ?? Guid.NewGuid().ToString("N");
        return default;
    }

    private static string Describe(HookContext context) => context switch
    {
        ToolCallContext { Outcome: ToolCallOutcome.Pending } call => $"tool {call.ToolName} {call.CallId}",
        ToolCallContext call => $"tool {call.ToolName} {call.CallId}: {call.Outcome} after {call.Duration?.TotalMilliseconds:0} ms",
        ModelCallContext model => $"model {model.Model}, {model.Messages.Count} messages",
        TurnContext turn => $"turn {turn.TurnNumber}",
        SessionContext session => $"session {session.Source ?? session.Reason}",
        _ => context.GetType().Name,
    };
}
