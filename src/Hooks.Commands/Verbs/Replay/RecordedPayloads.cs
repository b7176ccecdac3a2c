using System.Globalization;
using System.IO.Enumeration;

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
        try
        {
            return Below(path).Order(StringComparer.Ordinal).ToList().SelectMany(Read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{path}: cannot be read: {FileFailure.Reason(error)}", error);
        }
    }

    // A link to a folder may lead round in a circle, and is left out. What may not be read is no payload that has passed.
    private static FileSystemEnumerable<string> Below(string path) => new(
        path, (ref entry) => entry.ToSpecifiedFullPath(), new() { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = 0 })
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && Path.GetExtension(entry.FileName) is ".json" or ".jsonl",
        ShouldRecursePredicate = (ref entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
    };

    private static IEnumerable<(string Source, byte[] Payload)> Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{path}: cannot be read: {FileFailure.Reason(error)}", error);
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
                yield return (string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"), bytes.AsSpan(start, end - start).ToArray());
            start = end + 1;
        }
    }
}
