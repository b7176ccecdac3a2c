using Hooks;

namespace GuardedAgent.Loop;

/// <summary>One tool call that is over, and what the hooks said about it, read from what they have left.</summary>
/// <param name="number">The call's number in the plan.</param>
/// <param name="planned">The arguments as the plan has them.</param>
/// <param name="call">The call as it ended.</param>
internal sealed class CallRecord(int number, HookArguments planned, ToolCallContext call)
{
    private const string AskedFor = "asked for";

    public int Number { get; } = number;

    public ToolCallContext Call { get; } = call;

    /// <summary>Whether a hook changed the arguments.</summary>
    public bool IsModified { get; } = !planned.DeepEquals(call.Arguments);

    /// <summary>The last verdict that said more than Continue.</summary>
    public HookResultKind Verdict => Call switch
    {
        { DecidedBy: null } => IsModified ? HookResultKind.Modified : HookResultKind.Continue,
        { Outcome: ToolCallOutcome.Replaced } => HookResultKind.Replace,
        { Outcome: ToolCallOutcome.Redirected } => HookResultKind.Redirect,
        { Outcome: ToolCallOutcome.Cached } => HookResultKind.Cache,
        { Attempt: > 1 } => HookResultKind.Retry,
        _ when Call.Items.ContainsKey(AskedFor) => HookResultKind.Ask,
        { Outcome: ToolCallOutcome.Succeeded } => HookResultKind.Continue,
        _ => HookResultKind.Cancel,
    };

    /// <summary>The hook that gave the verdict; null for Continue, and for Modified, which may have several authors.</summary>
    public string? DecidedBy => Verdict is HookResultKind.Continue or HookResultKind.Modified ? null : Call.DecidedBy?.Name;

    /// <summary>Why, where it is known.</summary>
    public string? Reason => Verdict switch
    {
        HookResultKind.Cancel => Call.ErrorMessage,
        HookResultKind.Ask => Call.Items[AskedFor] as string,
        _ when Call.AddedContext.Count > 0 => string.Join("; ", Call.AddedContext),
        _ => null,
    };

    [Hook(HookPoint.PermissionRequest, Name = "note-asking", Description = "Notes for the timeline that approval was needed, and why.")]
    public static void NoteAsking(PermissionContext permission)
    {
        if (permission.Parent is { } call)
            call.Items[AskedFor] = permission.Reason;
    }
}
