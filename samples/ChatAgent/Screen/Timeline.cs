using System.Globalization;
using Hooks;
using Samples.Screen;

namespace ChatAgent.Screen;

/// <summary>Shows a conversation as it happens: who says what, and between it each call of a tool with what became of it.</summary>
internal sealed class Timeline(Terminal terminal, StatusLine status)
{
    private const int OutcomeColumns = 10;
    private const int TimeColumns = 6;

    private static readonly string Indent = new(' ', SpokenText.Indent);

    private readonly Paint _paint = new(terminal.HasColours);
    private readonly SpokenText _text = new(terminal);
    private bool _isSpeaking;

    /// <summary>How many tokens the model has read and written.</summary>
    public long Tokens { get; private set; }

    /// <summary>How many calls of tools came to which end.</summary>
    public SortedDictionary<ToolCallOutcome, int> Calls { get; } = [];

    public void ShowHeader(string text) => terminal.Out.WriteLine(_paint.Faint(SafeText.Of(text)));

    public void ShowUser(string text)
    {
        terminal.Out.WriteLine();
        _text.Begin(_paint.Cyan("you   "));
        _text.Append(text);
        _text.End();
    }

    /// <summary>Asks for the next message; the answer is typed behind it.</summary>
    public void AskUser()
    {
        terminal.Out.WriteLine();
        terminal.Out.Write(_paint.Cyan("you   "));
    }

    /// <summary>Shows a piece of what the agent says.</summary>
    public void ShowAnswer(string text)
    {
        if (text.Length == 0)
            return;
        status.End();
        if (!_isSpeaking)
            _text.Begin(_paint.Green("agent "));
        _isSpeaking = true;
        _text.Append(text);
    }

    public void EndAnswer()
    {
        status.End();
        if (_isSpeaking)
            _text.End();
        _isSpeaking = false;
    }

    public void ShowNotice(string text)
    {
        EndAnswer();
        terminal.Out.WriteLine(_paint.Yellow(Indent + SafeText.Fit(text, terminal.Width - Indent.Length)));
    }

    [Hook(HookPoint.BeforeModelCall, Name = "timeline", Priority = HookPriority.Lowest, Description = "Shows that the model is at work.")]
    public void ShowModel(ModelCallContext call) => status.Begin("the model thinks");

    [Hook(HookPoint.AfterModelCall, Name = "timeline", Priority = HookPriority.Lowest, Description = "Counts tokens.")]
    public void CountTokens(ModelCallContext call)
    {
        status.End();
        Tokens += call.Usage?.TotalTokens ?? 0;
    }

    [Hook(HookPoint.BeforeToolCall, Name = "timeline", Priority = HookPriority.Lowest, Description = "Shows that a tool is at work.")]
    public void ShowTool(ToolCallContext call) => status.Begin($"{call.ToolName}  {ArgumentText.Of(call.Arguments)}");

    [Hook(HookPoint.PermissionRequest, Name = "timeline", Description = "Makes room for the question.")]
    public void MakeRoom(PermissionContext permission) => status.End();

    [Hook(HookPoint.AfterToolCall, Name = "timeline", Description = "Shows what became of a call.")]
    public void ShowCall(ToolCallContext call)
    {
        EndAnswer();
        Calls[call.Outcome] = Calls.GetValueOrDefault(call.Outcome) + 1;
        var columns = terminal.Width - Indent.Length - OutcomeColumns - TimeColumns - 4;
        var asked = SafeText.Fit($"{call.ToolName}  {ArgumentText.Of(call.Arguments)}", columns).PadRight(columns);
        terminal.Out.WriteLine($"{Indent}{asked}  {Outcome(call)}  {_paint.Faint(Time(call.Duration).PadLeft(TimeColumns))}");
        if (Detail(call) is { } detail)
            terminal.Out.WriteLine(_paint.Faint($"{Indent}  {SafeText.Fit(detail, terminal.Width - Indent.Length - 2)}"));
    }

    private string Outcome(ToolCallContext call)
    {
        var word = call.Outcome.ToString().ToLowerInvariant().PadRight(OutcomeColumns);
        return call.Outcome switch
        {
            ToolCallOutcome.Succeeded or ToolCallOutcome.Cached => _paint.Green(word),
            ToolCallOutcome.Replaced or ToolCallOutcome.Redirected => _paint.Yellow(word),
            _ => _paint.Red(word),
        };
    }

    private static string? Detail(ToolCallContext call) => call switch
    {
        { ErrorMessage: { } why, DecidedBy: { } hook } => $"{hook.Name}: {why}",
        { ErrorMessage: { } why } => why,
        { Attempt: > 1, DecidedBy: { } hook } => $"{hook.Name}: {call.Attempt} attempts",
        { Outcome: not ToolCallOutcome.Succeeded, DecidedBy: { } hook } => $"{hook.Name}: {hook.Description}",
        _ => null,
    };

    private static string Time(TimeSpan? duration) =>
        duration is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s") : "-";
}
