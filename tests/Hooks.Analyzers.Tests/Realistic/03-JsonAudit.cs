using System.Text.Json;
using System.Text.Json.Serialization;
using Hooks;

namespace Fabrikam.Compliance;

/// <summary>Appends one JSON object a line to a file. Writes are serialised, flushed, and never lost silently.</summary>
public sealed class JsonLinesAudit : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly StreamWriter _writer;

    public JsonLinesAudit(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read, Options = FileOptions.Asynchronous };
        _writer = new StreamWriter(path, options);
    }

    [Hook(HookPoint.BeforeToolCall, Name = "audit-requested", Priority = HookPriority.Lowest, OnFailure = HookFailurePolicy.Block)]
    public async Task RecordRequestAsync(ToolCallContext call, CancellationToken cancellationToken)
    {
        var entry = new Entry("requested", call.Time, call.SessionId, call.ToolName, call.Arguments.ToJson(), null);
        await WriteAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    [Hook(HookPoint.AfterToolCall, Name = "audit-finished")]
    public async Task RecordOutcomeAsync(ToolCallContext call, CancellationToken cancellationToken)
    {
        var detail = call.Outcome switch
        {
            ToolCallOutcome.Failed or ToolCallOutcome.TimedOut => call.ErrorMessage,
            ToolCallOutcome.Denied => call.DecidedBy?.Name,
            _ => null,
        };
        await WriteAsync(new Entry(call.Outcome.ToString(), call.Time, call.SessionId, call.ToolName, null, detail), cancellationToken).ConfigureAwait(false);
    }

    [Hook(HookPoint.SecurityViolation, Name = "audit-violation")]
    public Task RecordViolationAsync(SystemContext violation, CancellationToken cancellationToken) =>
        WriteAsync(new Entry("violation", violation.Time, violation.SessionId, violation.Component, null, violation.Message), cancellationToken);

    [Hook(HookPoint.SessionEnd, Name = "audit-flush")]
    public async ValueTask FlushAsync(SessionContext session)
    {
        // The session is over, and its token may be cancelled; what was recorded is kept all the same.
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            await _writer.FlushAsync().ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _writing.Dispose();
    }

    private async Task WriteAsync(Entry entry, CancellationToken cancellationToken)
    {
        var line = JsonSerializer.Serialize(entry, Json);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _writer.WriteLineAsync(line.AsMemory(), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private sealed record Entry(string Kind, DateTimeOffset Time, string? Session, string? Tool, string? Arguments, string? Detail);
}
