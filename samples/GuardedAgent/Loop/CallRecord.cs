using Hooks;

namespace GuardedAgent.Loop;

/// <summary>One tool call on its way through the loop, and what the hooks said about it.</summary>
internal sealed class CallRecord(int number, ToolCallContext call)
{
    public int Number { get; } = number;

    public ToolCallContext Call { get; } = call;

    /// <summary>Whether a hook changed the arguments, or the error.</summary>
    public bool IsModified { get; private set; }

    /// <summary>The last verdict that said more than Continue.</summary>
    public HookResult Verdict { get; private set; }

    /// <summary>The hook that gave the verdict; null for Modified, which may have several authors.</summary>
    public string? DecidedBy { get; private set; }

    public void Note(HookResult verdict)
    {
        IsModified |= verdict.IsModified;
        if (verdict.Kind is HookResultKind.Continue or HookResultKind.Skipped || (verdict.IsModified && DecidedBy is not null))
            return;
        Verdict = verdict;
        DecidedBy = verdict.IsModified ? null : Call.DecidedBy?.Name ?? "the dispatcher";
    }
}
