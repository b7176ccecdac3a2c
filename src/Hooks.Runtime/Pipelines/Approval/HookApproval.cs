namespace Hooks;

/// <summary>The answer of an <see cref="IHookApprover"/>. The default value is a denial.</summary>
public readonly record struct HookApproval
{
    private HookApproval(bool isApproved, string? reason) => (IsApproved, Reason) = (isApproved, string.IsNullOrWhiteSpace(reason) ? null : reason);

    /// <summary>Whether it may happen.</summary>
    public bool IsApproved { get; }

    /// <summary>Why; of a denial it goes to the model or the caller. Null if none was given.</summary>
    public string? Reason { get; }

    /// <summary>It may happen.</summary>
    /// <param name="reason">Why, for the record.</param>
    public static HookApproval Approve(string? reason = null) => new(true, reason);

    /// <summary>It does not happen.</summary>
    /// <param name="reason">Why, for the model or the caller. Default: a generic reason.</param>
    public static HookApproval Deny(string? reason = null) => new(false, reason);
}
