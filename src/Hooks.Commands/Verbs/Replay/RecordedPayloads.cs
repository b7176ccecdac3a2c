using System.Globalization;

namespace Hooks.Commands;

/// <summary>Finds recorded payloads: a file with one in it, a file with one on each line, or a folder with such files.</summary>
internal static class RecordedPayloads
{
    /// <summary>The payloads of a path, in the order of names.</summary>
    /// <exception cref="SettingsException">There is no such path, or it cannot be read.</exception>
    public static IEnumerable<(string Source, byte[] Payload)> In(string path)
    {
        if (!Directory.Exists(path))
            return Read(path);
        return Directory.EnumerateFiles(path, "*.json*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".json" or ".jsonl").Order(StringComparer.Ordinal).SelectMany(Read);
    }

    private static IEnumerable<(string Source, byte[] Payload)> Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{path}: cannot be read: {error.Message}", error);
        }

        return Path.GetExtension(path) == ".jsonl" ? Lines(path, bytes) : [(path, bytes)];
    }

    private static IEnumerable<(string Source, byte[] Payload)> Lines(string path, byte[] bytes)
    {
        var start = 0;
        for (var line = 1; start < bytes.Length; line++)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length;
            if (bytes.AsSpan(start, end - start).IndexOfAnyExcept(" \t\r"u8) >= 0)
                yield return (string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"), bytes[start..end]);
            start = end + 1;
        }
    }
}
