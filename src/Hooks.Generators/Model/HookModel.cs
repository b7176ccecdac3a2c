using Hooks.Shared;

namespace Hooks.Generators.Model;

/// <summary>One valid hook at one point.</summary>
internal sealed record HookModel
{
    public required PointModel Point { get; init; }

    public required string Name { get; init; }

    /// <summary>The declaring type's full name, without <c>global::</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The declaring type as emitted code writes it.</summary>
    public required string Type { get; init; }

    public required string Method { get; init; }

    /// <summary>The parameter types, full names separated by commas; the last key of the order.</summary>
    public required string Parameters { get; init; }

    /// <summary>The simple name of the declaring assembly.</summary>
    public required string Assembly { get; init; }

    public required HookReturn Returns { get; init; }

    public required bool TakesToken { get; init; }

    /// <summary>The type of the context parameter: the point's context or a base, as emitted code writes it.</summary>
    public required string ContextParameter { get; init; }

    /// <summary>The class to call the method on; null for a static method.</summary>
    public OwnerModel? Owner { get; init; }

    /// <summary>For a hook of a referenced assembly: the public method that leads to it, as emitted code writes it. A type of the same name cannot come between.</summary>
    public string? Thunk { get; init; }

    public string? Description { get; init; }

    public int Priority { get; init; }

    public string? Tools { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }

    /// <summary>The <c>HookFailurePolicy</c> as declared.</summary>
    public int OnFailure { get; init; }

    public int TimeoutMilliseconds { get; init; }

    public int Retries { get; init; }

    public bool Background { get; init; }

    public bool CircuitBreaker { get; init; }

    /// <summary>Whether nobody waits for it. A verdict is always waited for, whatever is declared.</summary>
    public bool RunsInBackground => Background && !GivesVerdict;

    /// <summary>Whether a call of it needs more than the call, even if all goes well.</summary>
    public bool IsGuarded => CircuitBreaker || (TimeoutMilliseconds > 0 && IsAsynchronous && TakesToken);

    public bool GivesVerdict => Returns >= HookReturn.Result;

    public bool IsAsynchronous => Returns is not (HookReturn.Void or HookReturn.Result);
}
