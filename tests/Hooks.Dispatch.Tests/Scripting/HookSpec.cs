namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>What a hook method returns.</summary>
public enum Shape
{
    Void,
    Task,
    ValueTask,
    Result,
    TaskOfResult,
    ValueTaskOfResult,
}

/// <summary>A hook of a test source.</summary>
/// <param name="Method">Its method, which is also its name in scripts and, without <see cref="Name"/>, in the table.</param>
public sealed record HookSpec(string Method)
{
    public static implicit operator HookSpec(string method) => new(method);

    public PointSpec Point { get; init; } = PointSpec.BeforeToolCall;

    /// <summary>The full name of the class.</summary>
    public string Type { get; init; } = "Acme.Guards";

    /// <summary>The declared name; the method's own by default, null for the one that the generator gives.</summary>
    public string? Name { get; init; } = Method;

    public Shape Shape { get; init; } = Shape.Result;

    public int Priority { get; init; }

    public IReadOnlyList<string> After { get; init; } = [];

    public IReadOnlyList<string> Before { get; init; } = [];

    public string? Tools { get; init; }

    public HookFailurePolicy OnFailure { get; init; }

    public int TimeoutMilliseconds { get; init; }

    public int Retries { get; init; }

    public bool Background { get; init; }

    public bool CircuitBreaker { get; init; }

    public bool TakesToken { get; init; }

    public bool IsInstance { get; init; }

    public bool GivesVerdict => Shape >= Shape.Result;

    public bool IsAsynchronous => Shape is not (Shape.Void or Shape.Result);

    /// <summary>The name in the table.</summary>
    public string TableName => Name ?? $"{Type}.{Method}";

    /// <summary>The last key of the order.</summary>
    public string Parameters => Point.ContextType.FullName + (TakesToken ? "," + typeof(CancellationToken).FullName : string.Empty);

    public override string ToString() =>
        $"{Priority} {TableName}: {Shape} {Type}.{Method}({(TakesToken ? "context, token" : "context")})"
        + (After.Count > 0 ? $" after {string.Join(" and ", After)}" : string.Empty)
        + (Before.Count > 0 ? $" before {string.Join(" and ", Before)}" : string.Empty)
        + (Tools is null ? string.Empty : $" for {Tools}")
        + (OnFailure == HookFailurePolicy.Default ? string.Empty : $" on failure {OnFailure}")
        + (TimeoutMilliseconds == 0 ? string.Empty : $" within {TimeoutMilliseconds} ms")
        + (Retries == 0 ? string.Empty : $" again {Retries} times")
        + (Background ? " in background" : string.Empty)
        + (CircuitBreaker ? " with breaker" : string.Empty);
}
