namespace Hooks;

/// <summary>The eleven answers that a hook can give, and a fire can have as its verdict.</summary>
public enum HookResultKind
{
    /// <summary>No objection.</summary>
    Continue = 0,

    /// <summary>The hook did not apply. Counts as <see cref="Continue"/>.</summary>
    Skipped = 1,

    /// <summary>The hook changed the context; hooks behind it and the host see the change.</summary>
    Modified = 2,

    /// <summary>It does not happen; at points after the fact, the result is withheld or the error stands.</summary>
    Cancel = 3,

    /// <summary>Someone has to approve it first.</summary>
    Ask = 4,

    /// <summary>A value stands in for the call or its result.</summary>
    Replace = 5,

    /// <summary>Another target is used instead.</summary>
    Redirect = 6,

    /// <summary>The call is made again, or, at a before-point, may be made again when it fails.</summary>
    Retry = 7,

    /// <summary>Several branches run instead of the one call.</summary>
    Fork = 8,

    /// <summary>The call may be answered from a cache, and its result kept there.</summary>
    Cache = 9,

    /// <summary>Permission is granted without asking.</summary>
    Allow = 10,
}
