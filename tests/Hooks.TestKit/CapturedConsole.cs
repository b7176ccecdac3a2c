using System.Text;

namespace Hooks.TestKit;

/// <summary>Catches what the current test, and what it starts, writes to standard output; tests beside it are not disturbed.</summary>
public sealed class CapturedConsole : IDisposable
{
    private static readonly AsyncLocal<StringWriter?> Current = new();
    private readonly StringWriter? _outer = Current.Value;
    private readonly StringWriter _writer = new() { NewLine = "\n" };

    static CapturedConsole() => Console.SetOut(new Router(Console.Out));

    /// <summary>Starts to catch.</summary>
    public CapturedConsole() => Current.Value = _writer;

    /// <summary>What was written so far.</summary>
    public string Text
    {
        get
        {
            lock (_writer)
                return _writer.ToString();
        }
    }

    /// <summary>Stops catching.</summary>
    public void Dispose() => Current.Value = _outer;

    private sealed class Router(TextWriter console) : TextWriter
    {
        public override Encoding Encoding => console.Encoding;

        public override void Write(char value)
        {
            if (Current.Value is not { } writer)
            {
                console.Write(value);
                return;
            }

            lock (writer)
                writer.Write(value);
        }

        public override void WriteLine() => Write('\n');

        public override void WriteLine(string? value)
        {
            Write(value);
            Write('\n');
        }
    }
}
