using System.Buffers;
using System.Text.Json;
using Guard.Secrets;
using Hooks;
using Hooks.Commands;

namespace Guard.Records;

/// <summary>Writes down what the agent wants to do before it does it, and what came of it: one line of JSON each, secrets masked.</summary>
internal sealed class AuditLog(GuardSettings settings)
{
    private const int LongestText = 4_000;
    private const int DeepestValue = 8;

    // First of all, so that what other rules deny is on file too; and what cannot be recorded does not happen.
    [Hook(HookPoint.BeforeToolCall, Name = "audit", Priority = HookPriority.Highest, OnFailure = HookFailurePolicy.Block, Description = "Records every call before it is made.")]
    public void RecordCall(ToolCallContext call) => Add("call", call, line => WriteCall(line, call));

    [Hook(HookPoint.AfterToolCall, Name = "audit", Description = "Records what came of every call.")]
    public void RecordOutcome(ToolCallContext call) => Add("outcome", call, line =>
    {
        line.WriteString("tool", Clean(call.ToolName));
        Write(line, "call_id", call.CallId);
        line.WriteString("outcome", call.Outcome.ToString());
        Write(line, "reason", call.ErrorMessage);
        Write(line, "decided_by", call.DecidedBy?.Name);
    });

    [Hook(HookPoint.BeforeTurn, Name = "audit", Priority = HookPriority.Highest, OnFailure = HookFailurePolicy.Block, Description = "Records every prompt.")]
    public void RecordPrompt(TurnContext turn) => Add("prompt", turn, line => Write(line, "prompt", turn.Prompt));

    [Hook(HookPoint.SessionStart, Name = "audit", Description = "Records that a session has begun.")]
    public void RecordStart(SessionContext session) => Add("session_start", session, line => Write(line, "directory", session.WorkingDirectory));

    [Hook(HookPoint.SessionEnd, Name = "audit", Description = "Records that a session has ended.")]
    public void RecordEnd(SessionContext session) => Add("session_end", session, line => Write(line, "reason", session.Reason));

    private static void WriteCall(Utf8JsonWriter line, ToolCallContext call)
    {
        line.WriteString("tool", Clean(call.ToolName));
        Write(line, "call_id", call.CallId);
        Write(line, "directory", call.WorkingDirectory);
        line.WritePropertyName("arguments");
        WriteValue(line, call.Arguments, 0);
    }

    // The writer escapes whatever would end a line or a text; what is too long for a log is cut.
    private static void WriteValue(Utf8JsonWriter line, object? value, int depth)
    {
        switch (value)
        {
            case HookArguments arguments when depth < DeepestValue:
                line.WriteStartObject();
                foreach (var (name, item) in arguments)
                {
                    line.WritePropertyName(Clean(name));
                    WriteValue(line, item, depth + 1);
                }

                line.WriteEndObject();
                break;
            case IReadOnlyList<object?> list when depth < DeepestValue:
                line.WriteStartArray();
                foreach (var item in list)
                    WriteValue(line, item, depth + 1);
                line.WriteEndArray();
                break;
            case null:
                line.WriteNullValue();
                break;
            case bool truth:
                line.WriteBooleanValue(truth);
                break;
            case long number:
                line.WriteNumberValue(number);
                break;
            case double number:
                line.WriteNumberValue(number);
                break;
            case decimal number:
                line.WriteNumberValue(number);
                break;
            case JsonElement number when number.GetRawText().Length <= LongestText:
                number.WriteTo(line);
                break;
            default:
                line.WriteStringValue(Clean(value as string ?? $"({value.GetType().Name})"));
                break;
        }
    }

    private static void Write(Utf8JsonWriter line, string name, string? value)
    {
        if (value is not null)
            line.WriteString(name, Clean(value));
    }

    // Masked before it is cut: half a secret has no shape any more.
    private static string Clean(string text)
    {
        var masked = SecretText.Mask(text);
        return masked.Length <= LongestText ? masked : $"{masked[..LongestText]}… ({masked.Length} characters)";
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Add(string what, HookContext context, Action<Utf8JsonWriter> write)
    {
        if (settings.AuditFile is not { } file)
            return;
        var buffer = new ArrayBufferWriter<byte>();
        using (var line = new Utf8JsonWriter(buffer))
        {
            line.WriteStartObject();
            line.WriteString("time", DateTimeOffset.UtcNow);
            line.WriteString("event", what);
            Write(line, "agent", context.GetHostPayload()?.Agent.ToString());
            Write(line, "session", context.SessionId);
            Write(line, "subagent", context.AgentId);
            write(line);
            line.WriteEndObject();
        }

        buffer.Write("\n"u8);
        MakeFolder(Path.GetDirectoryName(file)!);
        AppendedFile.Add(file, buffer.WrittenSpan);
    }
}
