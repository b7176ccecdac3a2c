using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Hooks.Commands;

/// <summary>The log of a command: one line of JSON for each start.</summary>
internal static class InvocationLog
{
    public static string? PathOf(CommandHostOptions options) =>
        options.LogPath ?? (Environment.GetEnvironmentVariable("HOOKS_LOG") is { Length: > 0 } path ? path : null);

    /// <summary>A time as <c>O</c> formats it. The framework's formatter knows of time zones and calendars: 100 KB of a native program.</summary>
    private static string TimeOf(DateTime utc) => string.Create(
        CultureInfo.InvariantCulture, $"{utc.Year:D4}-{utc.Month:D2}-{utc.Day:D2}T{utc.Hour:D2}:{utc.Minute:D2}:{utc.Second:D2}.{(int)(utc.Ticks % TimeSpan.TicksPerSecond):D7}Z");

    public static void Add(CommandHostOptions options, AnswerGate gate, Host? host, string? eventName, Decision decision, TimeSpan duration, string? failure)
    {
        if (PathOf(options) is not { } path)
            return;
        var line = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(line, PlainValueWriter.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("time", TimeOf(options.TimeProvider.GetUtcNow().UtcDateTime));
            if (host is not null)
                writer.WriteString("host", host.Name);
            if (eventName is not null)
                writer.WriteString("event", eventName);
            writer.WriteString("verdict", decision.Kind.ToString());
            if (decision.Context?.DecidedBy is { } hook)
                writer.WriteString("decided_by", hook.Name);
            if (decision.Reason is { } reason)
                writer.WriteString("reason", reason);
            writer.WriteNumber("duration_ms", Math.Round(duration.TotalMilliseconds, 3));
            if (failure is not null)
                writer.WriteString("failure", failure);
            writer.WriteEndObject();
        }

        line.Write("\n"u8);
        try
        {
            AppendedFile.Add(path, line.WrittenSpan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            gate.Say($"The log '{path}' cannot be written: {error.Message}");
        }
    }
}
