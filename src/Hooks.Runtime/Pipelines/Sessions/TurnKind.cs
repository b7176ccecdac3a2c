namespace Hooks;

/// <summary>Turns.</summary>
internal sealed class TurnKind : CallKind<TurnContext>
{
    private TurnKind()
    {
    }

    public static TurnKind Instance { get; } = new();

    public override string Noun => "turn";

    public override string Origin => "turn";

    public override HookPoint Before => HookPoint.BeforeTurn;

    public override HookPoint? After => HookPoint.AfterTurn;

    public override bool KeepsLateResult => true;

    public override string? TargetOf(TurnContext context) => context.TurnId;

    public override object? ResultOf(TurnContext context) => context.Response;

    public override Exception? ErrorOf(TurnContext context) => context.Error;

    public override string? ErrorMessageOf(TurnContext context) => context.ErrorMessage;

    public override void Write(TurnContext context, in CallEnd end)
    {
        context.Outcome = end.Outcome;
        context.Response = end.Result as string;
        context.Error = end.Error;
        context.ErrorMessage = end.Message;
    }

    public override void WriteDuration(TurnContext context, TimeSpan duration) => context.Duration = duration;

    // The point allows no answer that needs it.
    public override TurnContext Instead(TurnContext judged, TurnContext parent, string target, HookArguments? arguments, int number) =>
        new() { Parent = parent, TurnId = target, Prompt = judged.Prompt };
}
