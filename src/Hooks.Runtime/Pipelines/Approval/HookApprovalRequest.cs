namespace Hooks;

/// <summary>What an <see cref="IHookApprover"/> decides about.</summary>
public sealed class HookApprovalRequest
{
    internal HookApprovalRequest(HookPoint point, HookContext context, string? reason, HookDescriptor? decidedBy)
    {
        Point = point;
        Context = context;
        Reason = reason;
        DecidedBy = decidedBy;
    }

    /// <summary>The point whose hooks asked.</summary>
    public HookPoint Point { get; }

    /// <summary>What is to happen, as it will be done if it is approved: a copy, changes to which change nothing. What it holds comes from the model.</summary>
    public HookContext Context { get; }

    /// <summary>What the hook wants the one who decides to know; null if nothing.</summary>
    public string? Reason { get; }

    /// <summary>The hook that asked.</summary>
    public HookDescriptor? DecidedBy { get; }
}
