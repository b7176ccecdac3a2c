namespace Hooks;

/// <summary>How a dispatcher runs its hooks.</summary>
public sealed class HookDispatcherOptions
{
    /// <summary>Which of the two ways of running hooks is taken; they mean the same. Default: <see cref="HookExecutionPath.Compiled"/>.</summary>
    public HookExecutionPath ExecutionPath { get; init; }

    /// <summary>
    /// Is told of failed hooks, ignored answers and refused fires, on the thread where they happen and before the chain
    /// goes on. What it throws is swallowed: a broken reporter must not open a guard. A report that arises from fires made
    /// within reports is told up to <see cref="HookDispatcher.MaxDepth"/> deep. Default: none.
    /// </summary>
    public Action<HookReport>? OnReport { get; init; }

    internal static HookDispatcherOptions Default { get; } = new();
}

/// <summary>The two ways of running hooks.</summary>
public enum HookExecutionPath
{
    /// <summary>Generated code calls the hooks; the general path takes over at a hook that fails or suspends.</summary>
    Compiled = 0,

    /// <summary>The general path calls every hook from its description; slower, and the reference for the other.</summary>
    General = 1,
}
