namespace Hooks.Shared;

/// <summary>What a coding agent compares with the matcher of an entry in its settings.</summary>
internal enum HostMatcher
{
    /// <summary>Nothing: a matcher is ignored.</summary>
    None,

    /// <summary>The name of the tool.</summary>
    Tool,

    /// <summary>A member of the payload with few values, such as a source or a trigger.</summary>
    Value,
}
