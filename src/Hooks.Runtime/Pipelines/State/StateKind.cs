namespace Hooks;

/// <summary>Reads and writes of state.</summary>
internal abstract class StateKind : CallKind<StateContext>
{
    public static StateKind Reading { get; } = new Read();

    public static StateKind Writing { get; } = new Written();

    public override string Noun => "key";

    public override string? TargetOf(StateContext context) => context.Key;

    public override object? ResultOf(StateContext context) => context.Value;

    public override Exception? ErrorOf(StateContext context) => context.Error;

    public override string? ErrorMessageOf(StateContext context) => context.ErrorMessage;

    public override StateContext Instead(StateContext judged, StateContext parent, string target, HookArguments? arguments, int number)
    {
        var access = new StateContext { Parent = parent, Key = target, Scope = judged.Scope, Value = judged.Value };
        foreach (var (key, value) in judged.Items)
            access.Items[key] = value;
        return access;
    }

    public override void Write(StateContext context, in CallEnd end)
    {
        context.Outcome = end.Outcome;
        context.Error = end.Error;
        context.ErrorMessage = end.Message;
    }

    private sealed class Read : StateKind
    {
        public override string Origin => "state_read";

        public override HookPoint Before => HookPoint.BeforeStateRead;

        public override HookPoint? Succeeded => HookPoint.AfterStateRead;

        public override string? CacheKeyOf(StateContext judged, HookCache policy) => CallKey.Of(judged, policy);

        public override void Write(StateContext context, in CallEnd end)
        {
            context.Value = end.Result;
            base.Write(context, end);
        }
    }

    private sealed class Written : StateKind
    {
        public override string Origin => "state_write";

        public override HookPoint Before => HookPoint.BeforeStateWrite;

        public override HookPoint? Failed => HookPoint.StateConflict;

        public override HookPoint? Succeeded => HookPoint.AfterStateWrite;

        public override bool IsDealtWith(Exception error) => error is StateConflictException;

        // Whoever writes again has to know over what; once it is written, there is no conflict.
        public override void HandOn(StateContext context, StateContext judged, StateContext lent)
        {
            (lent.ConflictingValue, lent.StoredVersion) = (context.ConflictingValue, context.StoredVersion);
            (context.ConflictingValue, context.StoredVersion) = (judged.ConflictingValue, judged.StoredVersion);
        }

        // The value is what was to be written, unless a hook settles a conflict with another.
        public override void Write(StateContext context, in CallEnd end)
        {
            if (end.Outcome == ToolCallOutcome.Replaced)
                context.Value = end.Result;
            if (end.Error is StateConflictException conflict)
                (context.ConflictingValue, context.StoredVersion) = (conflict.ConflictingValue, conflict.StoredVersion ?? context.StoredVersion);
            base.Write(context, end);
        }
    }
}
