namespace Hooks;

/// <summary>The two ways of running hooks.</summary>
public enum HookExecutionPath
{
    /// <summary>Generated code calls the hooks; the general path takes over at a hook that fails or suspends.</summary>
    Compiled = 0,

    /// <summary>The general path calls every hook from its description; slower, and the reference for the other.</summary>
    General = 1,
}
