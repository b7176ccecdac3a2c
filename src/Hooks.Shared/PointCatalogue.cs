using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Hooks.Shared;

/// <summary>The built-in points, as the members of <c>HookPoint</c> describe themselves.</summary>
internal sealed class PointCatalogue
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, PointCatalogue> Catalogues = new();

    private readonly Dictionary<int, HookPointFacts> _points = [];
    private readonly Dictionary<string, HookPointFacts> _byName = new(StringComparer.Ordinal);

    private PointCatalogue(INamedTypeSymbol hookPoint)
    {
        foreach (var member in hookPoint.GetMembers())
        {
            if (member is not IFieldSymbol { HasConstantValue: true, ConstantValue: int number } field)
                continue;
            foreach (var attribute in field.GetAttributes())
            {
                if (SymbolNames.IsHooksType(attribute.AttributeClass, MetadataNames.HookPointAttribute)
                    && HookPointFacts.Read(attribute, number, field.Name, context: null) is { } facts)
                {
                    _points[number] = facts;
                    _byName[field.Name] = facts;
                }
            }
        }
    }

    /// <summary>The built-in points in the order of their declaration.</summary>
    public IReadOnlyCollection<HookPointFacts> Points => _points.Values;

    /// <summary>The catalogue of an enum; made once and kept as long as the enum's symbol, over many compilations.</summary>
    /// <param name="hookPoint">The symbol of <c>Hooks.HookPoint</c>.</param>
    public static PointCatalogue Of(INamedTypeSymbol hookPoint) => Catalogues.GetValue(hookPoint, static symbol => new(symbol));

    /// <summary>The point with this number, or null.</summary>
    public HookPointFacts? Find(int number) => _points.TryGetValue(number, out var facts) ? facts : null;

    /// <summary>The point with this name, or null.</summary>
    public HookPointFacts? Find(string name) => _byName.TryGetValue(name, out var facts) ? facts : null;

    /// <summary>The custom point of a class of contexts; null if the class is none.</summary>
    /// <param name="context">The class.</param>
    /// <param name="table">The assembly whose table has to name it.</param>
    public static HookPointFacts? FindCustom(INamedTypeSymbol context, IAssemblySymbol table)
    {
        if (context is not { TypeKind: TypeKind.Class, IsSealed: true, IsStatic: false } || !Reachability.CanBeNamed(context, table) || !DerivesFromCustomContext(context))
            return null;
        foreach (var attribute in context.GetAttributes())
        {
            if (SymbolNames.IsHooksType(attribute.AttributeClass, MetadataNames.HookPointAttribute))
                return HookPointFacts.Read(attribute, number: 0, name: null, context);
        }

        return null;
    }

    /// <summary>Whether a class is one of contexts of custom points, other than their base.</summary>
    public static bool DerivesFromCustomContext(INamedTypeSymbol context)
    {
        for (var type = context.BaseType; type is not null; type = type.BaseType)
        {
            if (SymbolNames.IsHooksType(type, MetadataNames.CustomHookContext))
                return true;
        }

        return false;
    }
}
