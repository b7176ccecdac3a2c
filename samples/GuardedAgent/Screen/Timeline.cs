using System.Globalization;
using GuardedAgent.Guards;
using GuardedAgent.Loop;
using Hooks;
using Samples.Screen;

namespace GuardedAgent.Screen;

/// <summary>Prints the run as it happens, a line a call, with a second line where a hook or an error has something to say.</summary>
internal sealed class Timeline(Terminal terminal)
{
    private const string Indent = "     ";

    // Number, tool, verdict, outcome and time with two blanks between each; the arguments get the rest.
    private const int FixedColumns = 3 + 2 + 10 + 2 + 2 + 8 + 2 + 9 + 2 + 8;

    // On a narrower terminal the lines break.
    private const int MinArgumentColumns = 24;

    private readonly Paint _paint = new(terminal.HasColours);
    private readonly int _argumentColumns = Math.Max(MinArgumentColumns, terminal.Width - FixedColumns);

    /// <summary>How often each thing happened.</summary>
    public Tally Tally { get; } = new();

    public void ShowHeader() => terminal.Out.WriteLine(_paint.Faint(
        $"{"#",3}  {"tool",-10}  {"arguments".PadRight(_argumentColumns)}  {"verdict",-8}  {"outcome",-9}  {"time",8}"));

    public void ShowSaying(string? text)
    {
        if (text is not null)
            terminal.Out.WriteLine($"{_paint.Cyan(">")} {_paint.Bold(SafeText.Fit(Secrets.Redact(text), terminal.Width - 2))}");
    }

    public void ShowCall(CallRecord record)
    {
        Tally.Count(record);
        var call = record.Call;
        terminal.Out.WriteLine(string.Join("  ",
            _paint.Faint($"{record.Number,3}"),
            SafeText.Fit(call.ToolName, 10).PadRight(10),
            SafeText.Fit(ArgumentText.Of(call.Arguments), _argumentColumns).PadRight(_argumentColumns),
            Verdict(record),
            Outcome(call),
            _paint.Faint(Time(call.Duration).PadLeft(8))));
        if (record.DecidedBy is { } hook)
            ShowDetail($"{Word(record.Verdict)} by {hook}{(record.Reason is { } reason ? $": {reason}" : "")}");
        if (call.Outcome is ToolCallOutcome.Failed or ToolCallOutcome.TimedOut || record.Verdict == HookResultKind.Ask)
            ShowDetail(Ends(call.ErrorMessage));
    }

    public void ShowNotice(string text) => terminal.Out.WriteLine(_paint.Yellow(Indent + SafeText.Fit(text, terminal.Width - Indent.Length)));

    private void ShowDetail(string text)
    {
        if (text.Length > 0)
            terminal.Out.WriteLine(_paint.Faint(Indent + SafeText.Fit(text, terminal.Width - Indent.Length)));
    }

    private string Verdict(CallRecord record)
    {
        var word = Word(record.Verdict).PadRight(8);
        return record.Verdict switch
        {
            HookResultKind.Continue => _paint.Faint(word),
            HookResultKind.Cancel => _paint.Red(word),
            _ => _paint.Yellow(word),
        };
    }

    private string Outcome(ToolCallContext call)
    {
        var word = call.Outcome.ToString().ToLowerInvariant().PadRight(9);
        return call.Outcome switch
        {
            ToolCallOutcome.Succeeded => _paint.Green(word),
            ToolCallOutcome.Replaced => _paint.Yellow(word),
            _ => _paint.Red(word),
        };
    }

    // Of a command's output the end says what went wrong.
    private static string Ends(string? message) => message?.Split('\n', StringSplitOptions.RemoveEmptyEntries) switch
    {
        null or [] => "",
        [var only] => only,
        [var first, .., var last] => $"{first} {last}",
    };

    private static string Word(HookResultKind kind) => kind.ToString().ToLowerInvariant();

    private static string Time(TimeSpan? duration) => duration switch
    {
        null => "-",
        { TotalSeconds: < 10 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms"),
        { } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
    };
}
