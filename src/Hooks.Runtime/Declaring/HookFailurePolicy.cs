namespace Hooks;

/// <summary>What a fire becomes when a hook throws, or answers with a result that its point does not allow.</summary>
public enum HookFailurePolicy
{
    /// <summary>
    /// A hook that gives verdicts at a blocking point fails as the point says (<see cref="HookPointInfo.OnFailure"/>,
    /// which denies at every point that guards something); any other hook as <see cref="Continue"/>.
    /// </summary>
    Default = 0,

    /// <summary>The verdict is Cancel, with a reason that names the hook and nothing of the exception.</summary>
    Block = 1,

    /// <summary>The chain goes on as if the hook had answered Continue.</summary>
    Continue = 2,

    /// <summary>The exception reaches the caller of the fire; the hooks behind do not run.</summary>
    Throw = 3,
}
