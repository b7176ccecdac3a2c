namespace Hooks;

/// <summary>What has come of a tool call.</summary>
public enum ToolCallOutcome
{
    /// <summary>The call is not over.</summary>
    Pending = 0,

    /// <summary>The tool was called and gave a result.</summary>
    Succeeded = 1,

    /// <summary>The tool was called and failed.</summary>
    Failed = 2,

    /// <summary>The tool was not called: a hook or an approver said no.</summary>
    Denied = 3,

    /// <summary>The tool was called, and a hook kept its result back.</summary>
    Withheld = 4,

    /// <summary>A value that a hook gave stands in for the call, its result or its error.</summary>
    Replaced = 5,

    /// <summary>The result came from the cache.</summary>
    Cached = 6,

    /// <summary>Another tool was called instead.</summary>
    Redirected = 7,

    /// <summary>The tool was called and took too long.</summary>
    TimedOut = 8,

    /// <summary>The caller cancelled the call.</summary>
    Cancelled = 9,
}
