using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding;

/// <summary>All <c>[Hook]</c>s of one method, so that rules about the method itself speak once, and for all its points.</summary>
internal sealed class MethodHooks
{
    private readonly List<(AttributeData Attribute, HookCheck Check)> _hooks = [];

    private MethodHooks(HookDeclaration hook)
    {
        foreach (var attribute in hook.Method.GetAttributes())
        {
            if (SymbolNames.IsHookAttribute(attribute.AttributeClass))
                _hooks.Add((attribute, attribute == hook.Attribute ? hook.Check : HookMethodRules.Check(hook.Method, attribute, hook.Hooks.Compilation)));
        }

        Points = [.. _hooks.Select(entry => entry.Check.Point).OfType<HookPointFacts>()];
    }

    /// <summary>The points that exist, in the order of the attributes.</summary>
    public IReadOnlyList<HookPointFacts> Points { get; }

    /// <summary>The first point that gives nobody a verdict; null if all read one.</summary>
    public HookPointFacts? ObserveOnly => Points.FirstOrDefault(point => !point.IsBlocking);

    /// <summary>The nearest class that all points give; null if no point exists.</summary>
    public INamedTypeSymbol? Context
    {
        get
        {
            var type = Points.Count == 0 ? null : Points[0].Context;
            while (type is not null && !Points.All(point => HookMethodParameters.IsContext(type, point)))
                type = type.BaseType;
            return type;
        }
    }

    public static MethodHooks Of(HookDeclaration hook) => new(hook);

    /// <summary>Whether the attribute is the first of its method that breaks a rule.</summary>
    public bool IsFirstWith(HookViolations violation, HookDeclaration hook) =>
        _hooks.First(entry => entry.Check.Violations.HasFlag(violation)).Attribute == hook.Attribute;
}
