namespace Hooks.Commands;

/// <summary>What the hooks have decided about one event, in no agent's form yet.</summary>
/// <param name="kind">What.</param>
/// <param name="context">The context as the fire has left it; null if it could not be made.</param>
internal sealed class Decision(DecisionKind kind, HookContext? context)
{
    /// <summary>What a model or user is told when something has gone wrong; the details are not for them.</summary>
    public const string GenericReason = "Denied, because a hook could not decide.";

    public DecisionKind Kind { get; } = kind;

    public HookContext? Context { get; } = context;

    public string? Reason { get; init; }

    /// <summary>What stands in the place of a result, an answer or a text.</summary>
    public object? Value { get; init; }

    /// <summary>The arguments as they shall be, all of them; null if no hook has changed them.</summary>
    public HookArguments? Arguments { get; init; }

    /// <summary>Whether a hook has changed other data of the context that an agent might take.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Whether this is not a hook's verdict but what stands for it because something went wrong.</summary>
    public bool IsFailure { get; init; }

    /// <summary>Why the whole run is to end; null if nobody wants that.</summary>
    public string? StopReason => Context?.Items.TryGetValue(HostContextExtensions.StopReason, out var reason) == true ? (string?)reason : null;

    /// <summary>Whether changed arguments may count as an approval.</summary>
    public bool ApprovesRewrite => Context?.Items.ContainsKey(HostContextExtensions.RewriteApproved) == true;

    /// <summary>What hooks want the model to know.</summary>
    public IReadOnlyList<string> AddedContext => Context?.AddedContext ?? [];

    public static Decision Failed(HookContext? context = null) => new(DecisionKind.Deny, context) { Reason = GenericReason, IsFailure = true };
}
