namespace Hooks;

/// <summary>Makes a method a hook at a custom point, the one that <typeparamref name="TContext"/> names.</summary>
/// <typeparam name="TContext">A sealed context class that carries <see cref="HookPointAttribute"/>.</typeparam>
/// <remarks>The rules for the method are those of <see cref="HookAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class HookAttribute<TContext> : Attribute
    where TContext : CustomHookContext
{
    /// <inheritdoc cref="HookDescriptor.Priority"/>
    public int Priority { get; set; }

    /// <inheritdoc cref="HookDescriptor.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="HookDescriptor.Description"/>
    public string? Description { get; set; }

    /// <inheritdoc cref="HookDescriptor.Tools"/>
    public string? Tools { get; set; }

    /// <inheritdoc cref="HookDescriptor.After"/>
    public string? After { get; set; }

    /// <inheritdoc cref="HookDescriptor.Before"/>
    public string? Before { get; set; }

    /// <inheritdoc cref="HookDescriptor.OnFailure"/>
    public HookFailurePolicy OnFailure { get; set; }

    /// <inheritdoc cref="HookDescriptor.TimeoutMilliseconds"/>
    public int TimeoutMilliseconds { get; set; }

    /// <inheritdoc cref="HookDescriptor.Retries"/>
    public int Retries { get; set; }

    /// <inheritdoc cref="HookDescriptor.Background"/>
    public bool Background { get; set; }

    /// <inheritdoc cref="HookDescriptor.CircuitBreaker"/>
    public bool CircuitBreaker { get; set; }
}
