using Hooks.Analyzers.Finding.Chains;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding;

/// <summary>Where a valid hook of the compiled assembly is declared.</summary>
internal sealed class HookSource(IMethodSymbol method, AttributeData attribute, HookPointFacts point)
{
    private ContextUse? _use;

    public IMethodSymbol Method { get; } = method;

    public AttributeData Attribute { get; } = attribute;

    public HookPointFacts Point { get; } = point;

    /// <summary>Where the method's name stands; of a partial method, at its definition.</summary>
    public Location Location => Method.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    /// <summary>What the body does with the context, as far as its text says. Threads that ask at once find the same.</summary>
    public ContextUse Use(CancellationToken cancellationToken) => _use ??= ContextUse.Read(Method, Point.Context, cancellationToken);
}
