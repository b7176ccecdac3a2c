using System.Globalization;
using System.Text;
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
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        while (file.ReadLine() is { } line)
        {
            if (Parse(line) is not { } run)
                continue;
            var (count, failures, _) = runs.GetValueOrDefault(run.Host);
            runs[run.Host] = (count + 1, failures + (run.IsFailure ? 1 : 0), run.Text);
        }

        return runs;
    }

    // A line that a crash has cut off tells nothing.
    private static (string Host, bool IsFailure, string Text)? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (HostPayload.Text(root, "host") is not { } host || HostPayload.Text(root, "time") is not { } time)
                return null;
            return (host, root.TryGetProperty("failure", out _), string.Create(CultureInfo.InvariantCulture, $"{time} {HostPayload.Text(root, "event")}: {HostPayload.Text(root, "verdict")}"));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
