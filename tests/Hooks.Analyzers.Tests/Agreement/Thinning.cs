using System.Collections.Immutable;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>Plans with something left out.</summary>
internal static class Thinning
{
    /// <summary>Without some members (by number) and types (by name).</summary>
    public static ProjectPlan Without(this ProjectPlan plan, IReadOnlySet<string> units) => plan with { Types = Without(plan.Types, units) };

    /// <summary>The same plan with one thing less, in all ways, larger things first.</summary>
    public static IEnumerable<ProjectPlan> Smaller(this ProjectPlan plan)
    {
        foreach (var type in Flatten(plan.Types))
            yield return plan.Without(new HashSet<string> { type.Name });
        foreach (var member in plan.Members)
            yield return plan.Without(new HashSet<string> { $"{member.Id}" });
        foreach (var hook in plan.Members.SelectMany(member => member.Hooks))
            yield return plan with { Types = Map(plan.Types, member => member with { First = member.First.Remove(hook), Second = member.Second.Remove(hook) }) };
    }

    private static IEnumerable<TypePlan> Flatten(ImmutableArray<TypePlan> types) => types.SelectMany(type => Flatten(type.Nested).Prepend(type));

    private static ImmutableArray<TypePlan> Without(ImmutableArray<TypePlan> types, IReadOnlySet<string> units) =>
    [
        .. types.Where(type => !units.Contains(type.Name)).Select(type => type with
        {
            Members = [.. type.Members.Where(member => !units.Contains($"{member.Id}"))],
            Nested = Without(type.Nested, units),
        }),
    ];

    private static ImmutableArray<TypePlan> Map(ImmutableArray<TypePlan> types, Func<MemberPlan, MemberPlan> change) =>
        [.. types.Select(type => type with { Members = [.. type.Members.Select(change)], Nested = Map(type.Nested, change) })];
}
