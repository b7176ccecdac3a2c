namespace Hooks;

/// <summary>The state of a circuit breaker. The numbers are those of the gauge <c>circuit_breaker.state</c>.</summary>
public enum HookCircuitState
{
    /// <summary>The hook is called.</summary>
    Closed = 0,

    /// <summary>One call at a time tries whether the hook works again.</summary>
    HalfOpen = 1,

    /// <summary>The hook is not called; its failure policy decides.</summary>
    Open = 2,
}
