using System.Globalization;
using System.Text.Json;

namespace Hooks.Commands;

/// <summary>What the log of <see cref="InvocationLog"/> tells of the past.</summary>
internal static class RunLog
{
    /// <summary>For each agent how often the command has run, and when and at what it last did.</summary>
    /// <param name="path">The log.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IReadOnlyDictionary<string, (int Runs, int Failures, string Last)> Read(string path)
    {
        var runs = new Dictionary<string, (int, int, string)>(StringComparer.Ordinal);
        foreach (var line in Lines(path))
        {
            if (Parse(line) is not { } run)
                continue;
            var (count, failures, _) = runs.GetValueOrDefault(run.Host);
            runs[run.Host] = (count + 1, failures + (run.IsFailure ? 1 : 0), run.Text);
        }

        return runs;
    }

    // Without the framework's streams and readers, see WholeFile.
    private static IEnumerable<byte[]> Lines(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[64 * 1024];
        var (filled, position) = (0, 0L);
        while (RandomAccess.Read(file, buffer.AsSpan(filled), position) is > 0 and var read)
        {
            (filled, position) = (filled + read, position + read);
            var start = 0;
            while (Array.IndexOf(buffer, (byte)'\n', start, filled - start) is >= 0 and var end)
            {
                yield return buffer.AsSpan(start, end - start).ToArray();
                start = end + 1;
            }

            Array.Copy(buffer, start, buffer, 0, filled -= start);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }

        yield return buffer.AsSpan(0, filled).ToArray();
    }

    // A line that a crash has cut off, or within a character, tells nothing.
    private static (string Host, bool IsFailure, string Text)? Parse(byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (HostPayload.Text(root, "host") is not { } host || HostPayload.Text(root, "time") is not { } time)
                return null;
            return (host, root.TryGetProperty("failure", out _), string.Create(CultureInfo.InvariantCulture, $"{time} {HostPayload.Text(root, "event")}: {HostPayload.Text(root, "verdict")}"));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
