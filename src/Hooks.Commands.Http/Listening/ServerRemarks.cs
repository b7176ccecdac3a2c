using System.Collections.Concurrent;
using System.Numerics;

namespace Hooks.Commands.Http;

/// <summary>What people should know of a server, from many requests at a time.</summary>
/// <param name="error">Where they read it.</param>
internal sealed class ServerRemarks(TextWriter error)
{
    private readonly ConcurrentDictionary<string, int> _refused = new(StringComparer.Ordinal);

    /// <summary>Where one line is written at a time.</summary>
    public TextWriter Error { get; } = TextWriter.Synchronized(error);

    public void Say(string text)
    {
        try
        {
            Error.WriteLine("hooks: " + VisibleText.Escape(text));
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // Nobody listens; the answers count all the same.
        }
    }

    /// <summary>
    /// Says that requests are refused: for each reason at the first, the second, the fourth and so on, so that nobody who may not
    /// even ask can fill a terminal or a disk.
    /// </summary>
    public void Refused(string reason)
    {
        var times = _refused.AddOrUpdate(reason, 1, (_, before) => before + 1);
        if (BitOperations.IsPow2(times))
            Say($"Refused{(times == 1 ? string.Empty : $" {times} times")}: {reason}");
    }
}
