namespace Hooks.Shared;

/// <summary>The rules of a valid hook that one attribute on one method breaks. A hook is in the table exactly if it breaks none.</summary>
[Flags]
internal enum HookViolations
{
    None = 0,

    /// <summary>HOOK001: a return type that no hook may have.</summary>
    ReturnType = 1 << 0,

    /// <summary>HOOK002: not (context) or (context, token), by value, with a context that the point gives.</summary>
    Parameters = 1 << 1,

    /// <summary>HOOK003: a verdict at an observe-only point.</summary>
    VerdictAtObserveOnlyPoint = 1 << 2,

    /// <summary>HOOK004: a method that the table cannot call.</summary>
    NotCallable = 1 << 3,

    /// <summary>HOOK005: async void.</summary>
    AsyncVoid = 1 << 4,

    /// <summary>HOOK007: the same point twice on one method; none of the two counts.</summary>
    SamePointTwice = 1 << 5,

    /// <summary>HOOK008: a point that does not exist, or a class of contexts that is not one.</summary>
    UnknownPoint = 1 << 6,

    /// <summary>HOOK012: <c>Tools</c> at a point that has no tool.</summary>
    ToolsWithoutTool = 1 << 7,

    /// <summary>HOOK011: a number in the attribute that means nothing: a policy that does not exist, a negative time, or one that has overflowed.</summary>
    Numbers = 1 << 8,
}
