namespace Hooks.Commands;

/// <summary>What hooks have made of an event.</summary>
internal enum DecisionKind
{
    /// <summary>No opinion. Data may have been changed all the same.</summary>
    None,

    /// <summary>It does not happen; of a result, it is withheld.</summary>
    Deny,

    /// <summary>A person is to be asked.</summary>
    Ask,

    /// <summary>Nobody needs to be asked.</summary>
    Allow,

    /// <summary>A value stands in its place.</summary>
    Replace,

    /// <summary>Once more: a call, a failed one, or what was denied.</summary>
    Retry,

    /// <summary>The agent does not stop but goes on with the reason.</summary>
    KeepWorking,

    /// <summary>The agent stops at once, whatever others want.</summary>
    Stop,
}
