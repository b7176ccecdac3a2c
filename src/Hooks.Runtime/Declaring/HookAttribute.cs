namespace Hooks;

/// <summary>Makes a method a hook at one of the built-in hook points.</summary>
/// <remarks>
/// The method is <c>static</c>, or an instance method of a non-abstract class or record; it takes the point's context
/// (or a base of it) and, optionally, a <see cref="CancellationToken"/>; it returns <c>void</c>, <see cref="Task"/> or
/// <see cref="ValueTask"/>, or, at a blocking point, <see cref="HookResult"/>, <c>Task&lt;HookResult&gt;</c> or
/// <c>ValueTask&lt;HookResult&gt;</c>. One method may carry several attributes, one for each point. The attribute is
/// not inherited by overriding methods.
/// </remarks>
/// <param name="point">The point at which the method runs.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class HookAttribute(HookPoint point) : Attribute
{
    /// <summary>The point at which the method runs.</summary>
    public HookPoint Point { get; } = point;

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
