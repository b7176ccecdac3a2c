using System.Globalization;
using Samples.Screen;

namespace ChatAgent.Screen;

/// <summary>Shows in the last line what is being waited for, and how long already. Where a line cannot be written over, it shows nothing.</summary>
/// <remarks>Whoever prints something else ends it before.</remarks>
internal sealed class StatusLine(Terminal terminal, TimeProvider time)
{
    // The ends of the line and of what stands on it: back to its first column, and erased.
    private const string Erase = "\r\e[2K";
    private const string Turning = @"|/-\";
    private const int MaxLength = 48;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Lock _drawing = new();
    private readonly Paint _paint = new(terminal.HasColours);
    private ITimer? _timer;
    private string _what = "";
    private long _since;
    private int _drawn;

    /// <summary>From now on this is waited for.</summary>
    public void Begin(string what)
    {
        if (!terminal.IsLive)
            return;
        lock (_drawing)
        {
            _what = SafeText.Fit(what, MaxLength);
            _since = time.GetTimestamp();
            _timer ??= time.CreateTimer(_ => Draw(), null, Pace, Pace);
        }
    }

    /// <summary>It is waited for no longer; the line is free.</summary>
    public void End()
    {
        lock (_drawing)
        {
            _timer?.Dispose();
            _timer = null;
            if (_drawn > 0)
                terminal.Out.Write(Erase);
            _drawn = 0;
        }
    }

    private void Draw()
    {
        lock (_drawing)
        {
            if (_timer is null)
                return;
            var seconds = time.GetElapsedTime(_since).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            terminal.Out.Write($"{Erase}  {_paint.Yellow(Turning[_drawn++ % Turning.Length].ToString())}   {_paint.Faint($"{_what}  {seconds} s")}");
            terminal.Out.Flush();
        }
    }
}
