namespace Hooks;

/// <summary>What a handler that is registered at run time declares, as attributes do for methods.</summary>
public sealed record HookRegistrationOptions
{
    /// <summary>The name, unique at the point. Default: one that is free.</summary>
    public string? Name { get; init; }

    /// <inheritdoc cref="HookDescriptor.Description"/>
    public string? Description { get; init; }

    /// <summary>Lower runs first; behind compiled hooks of equal priority, and in the order of registration. Default: 0.</summary>
    public int Priority { get; init; }

    /// <inheritdoc cref="HookDescriptor.Tools"/>
    public string? Tools { get; init; }

    /// <inheritdoc cref="HookDescriptor.OnFailure"/>
    public HookFailurePolicy OnFailure { get; init; }

    /// <summary>
    /// How long an attempt of an asynchronous handler may take from the moment it suspends, in milliseconds; a synchronous
    /// one cannot have a timeout. Default: 0, as the dispatcher's options say.
    /// </summary>
    public int TimeoutMilliseconds { get; init; }

    /// <inheritdoc cref="HookDescriptor.Retries"/>
    public int Retries { get; init; }

    /// <inheritdoc cref="HookDescriptor.Background"/>
    public bool Background { get; init; }

    /// <inheritdoc cref="HookDescriptor.CircuitBreaker"/>
    public bool CircuitBreaker { get; init; }

    internal static HookRegistrationOptions Default { get; } = new();
}
