using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Finding.Chains;
using Hooks.Generators.Emitting;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Chains;

/// <summary>HOOK009: <c>After</c> or <c>Before</c> that the table cannot obey.</summary>
internal sealed class Hook009ImpossibleOrder : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ImpossibleOrder,
        title: "After or Before cannot be obeyed",
        messageFormat: "The hook '{0}' cannot be put in order: {1}",
        DiagnosticSeverity.Error);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (hook.Model is not { } model
            || (model.After is null && model.Before is null)
            || hook.Place is not { } place
            || hook.Index.IndexOf(model) is not { } chain)
        {
            return;
        }

        foreach (var (setting, names) in new[] { (nameof(model.After), model.After), (nameof(model.Before), model.Before) })
        {
            foreach (var name in OrderNames.Of(names))
            {
                if (Objection(hook, chain, place, setting, name) is { } objection)
                    report(Create(hook, OrderNameLocation.Of(hook, setting, name), place.Name, objection));
            }
        }
    }

    private static string? Objection(HookDeclaration hook, ChainIndex chain, PlacedHook place, string setting, string name)
    {
        var named = chain.Named(place, name).ToList();
        if (named.Count == 0)
            return hook.Index.NamesOfInvalid.Contains(name) ? null : Unknown(hook.Index, chain, place, setting, name);
        if (named.TrueForAll(other => other == place))
            return $"{setting} names the hook itself";
        var against = named.Find(other => other != place && (setting == nameof(place.Model.After) ? other.Model.Priority > place.Model.Priority : other.Model.Priority < place.Model.Priority));
        return against is not null
            ? $"'{against.Name}' has priority {against.Model.Priority} and comes {(setting == nameof(place.Model.After) ? "behind" : "before")} {place.Model.Priority}, whatever {setting} says; give both the same priority or take the name out"
            : Circle(chain, place, setting, name);
    }

    // Told once, at the first of the names that make it.
    private static string? Circle(ChainIndex chain, PlacedHook place, string setting, string name)
    {
        foreach (var circle in chain.Order.Circles)
        {
            var told = circle.FirstOrDefault(step => step.Declared.Model.Assembly == place.Model.Assembly);
            if (told is not null && told.Declared == place && told.Setting == setting && told.Name == name)
                return $"it would have to run before itself ({string.Join(" before ", circle.Select(step => $"'{step.First.Name}'"))} before '{circle[0].First.Name}'); take one of the names out";
        }

        return null;
    }

    private static string Unknown(HookIndex index, ChainIndex chain, PlacedHook place, string setting, string name)
    {
        var unknown = $"{setting} names '{name}', and no hook at {chain.Chain.Point.Name} has that name";
        var elsewhere = index.Called(name).Select(other => other.Model.Point.Name).Distinct(StringComparer.Ordinal).ToList();
        if (elsewhere.Count > 0)
            return $"{unknown}, only one at {string.Join(" and at ", elsewhere)}";
        if (index.Excluded.FirstOrDefault(manifest => manifest.Hooks.Any(other => other.Name == name)) is { } excluded)
            return $"{unknown}, because [assembly: ExcludeHooks(\"{excluded.Assembly}\")] leaves it out";
        return NearestName.Of(name, chain.Names.Where(other => other != place.Name)) is { } nearest ? $"{unknown}; the nearest is '{nearest}'" : unknown;
    }
}
