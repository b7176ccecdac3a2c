using System.Text;

namespace GuardedAgent.Tools;

/// <summary>Collects what a process prints, up to a limit; what comes after is read, so that the process goes on, and dropped.</summary>
internal sealed class BoundedOutput
{
    private const int MaxLength = 64 * 1024;

    private readonly StringBuilder _text = new();
    private readonly Task _reading;
    private long _dropped;

    public BoundedOutput(TextReader reader) => _reading = CollectAsync(reader);

    /// <summary>What was printed by the time that the process closed its end, or that the grace ran out.</summary>
    public async Task<string> ReadAsync(TimeSpan grace)
    {
        await Task.WhenAny(_reading, Task.Delay(grace));
        lock (_text)
            return _dropped == 0 ? _text.ToString() : $"{_text}\n[{_dropped} more characters]\n";
    }

    private async Task CollectAsync(TextReader reader)
    {
        var buffer = new char[4096];
        try
        {
            while (await reader.ReadAsync(buffer) is var count and > 0)
            {
                lock (_text)
                {
                    var kept = Math.Min(count, MaxLength - _text.Length);
                    _text.Append(buffer, 0, kept);
                    _dropped += count - kept;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process was killed, or is being left behind.
        }
    }
}
