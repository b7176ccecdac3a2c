using Hooks.Analyzers.Finding.Chains;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding;

/// <summary>Where a valid hook of the compiled assembly is declared.</summary>
internal sealed class HookSource(IMethodSymbol method, AttributeData attribute, HookPointFacts point)
{
    private ContextUse? _use;

    // A method that gives a verdict is waited for, whatever is declared.
    private bool RunsInBackground => HookMethodRules.Returns(Method) < HookReturn.Result
        && Attribute.NamedArguments.Any(argument => argument is { Key: "Background", Value: { Kind: TypedConstantKind.Primitive, Value: true } });

    public IMethodSymbol Method { get; } = method;

    public AttributeData Attribute { get; } = attribute;

    public HookPointFacts Point { get; } = point;

    /// <summary>Where the method's name stands; of a partial method, at its definition.</summary>
    public Location Location => Method.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    /// <summary>
    /// What the body does with the context, as far as its text says; nothing in the background, where it has a copy. Threads that
    /// ask at once find the same.
    /// </summary>
    public ContextUse Use(CancellationToken cancellationToken) =>
        _use ??= RunsInBackground ? ContextUse.Nothing : ContextUse.Read(Method, Point.Context, cancellationToken);
}
