using System.Buffers;
using System.Text.Json;
using Hooks;

namespace GuardedAgent.Records;

/// <summary>Writes down what the agent wants to do before it does it, and what came of it: one line of JSON each.</summary>
/// <param name="path">The file. It is made with the first line, so that the hook graph can be shown without a run.</param>
internal sealed class AuditLog(string path) : IDisposable
{
    private readonly Lock _writing = new();
    private FileStream? _file;

    // First of all guards, so that calls which they deny are on file too; and what cannot be recorded does not happen.
    [Hook(HookPoint.BeforeToolCall, Name = "audit", Priority = HookPriority.Highest, OnFailure = HookFailurePolicy.Block, Description = "Records every call, on disk, before anything is done.")]
    public void RecordCall(ToolCallContext call) => Record(HookPoint.BeforeToolCall, call);

    [Hook(HookPoint.AfterToolCall, Name = "audit", Description = "Records what came of every call.")]
    public void RecordOutcome(ToolCallContext call) => Record(HookPoint.AfterToolCall, call);

    [Hook(HookPoint.SecurityViolation, Name = "audit", Description = "Records every denial.")]
    public void RecordViolation(SystemContext violation) => Record(HookPoint.SecurityViolation, violation);

    [Hook(HookPoint.SessionStart, Name = "audit", Description = "Opens the record of a session.")]
    public void RecordStart(SessionContext session) => Record(HookPoint.SessionStart, session);

    [Hook(HookPoint.SessionEnd, Name = "audit", Description = "Closes the record of a session.")]
    public void RecordEnd(SessionContext session) => Record(HookPoint.SessionEnd, session);

    public void Dispose() => _file?.Dispose();

    private void Record(HookPoint point, HookContext context)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line))
            HookJson.Write(writer, point, context);
        line.Write("\n"u8);
        lock (_writing)
        {
            _file ??= new(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            _file.Write(line.WrittenSpan);
            _file.Flush(flushToDisk: true);
        }
    }
}
