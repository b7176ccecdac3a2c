using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>Something that the world outside does to a dispatcher.</summary>
/// <param name="At">When.</param>
internal abstract record DispatcherAction(TimeSpan At);

/// <summary>A point is fired.</summary>
internal sealed record FireAction(TimeSpan At, int Number, PointSpec Point, string ToolName, bool HasToken, bool IsCancelled, bool IsSynchronous) : DispatcherAction(At);

/// <summary>The caller of a fire cancels.</summary>
internal sealed record CancelAction(TimeSpan At, int Fire) : DispatcherAction(At);

/// <summary>A hook is set, or set back to what it declares.</summary>
internal sealed record ConfigureAction(TimeSpan At, string Hook, HookSettings? Settings) : DispatcherAction(At);

/// <summary>A hook is switched off or on, or only watches.</summary>
internal sealed record SwitchAction(TimeSpan At, string Hook, Switch To) : DispatcherAction(At);

/// <summary>A handler is registered.</summary>
internal sealed record RegisterAction(TimeSpan At, HookSpec Hook) : DispatcherAction(At);

/// <summary>A handler is taken out; without a name all are.</summary>
internal sealed record UnregisterAction(TimeSpan At, string? Hook) : DispatcherAction(At);

/// <summary>A hook's circuit breaker, if it has one, is forced.</summary>
internal sealed record ForceAction(TimeSpan At, string Hook, Force To) : DispatcherAction(At);

internal enum Switch
{
    Disable,
    Enable,
    Shadow,
    Enforce,
}

internal enum Force
{
    Open,
    Close,
    Reset,
}
