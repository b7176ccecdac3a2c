using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>What generator and analyzers make of one project.</summary>
/// <param name="Plan">The project, without what C# itself refuses.</param>
/// <param name="Refusals">The errors of C# for which members were left out.</param>
/// <param name="Hooks">What became of each attribute.</param>
/// <param name="Problems">What must not be.</param>
internal sealed record Verdicts(ProjectPlan Plan, ImmutableArray<Diagnostic> Refusals, ImmutableArray<HookVerdict> Hooks, ImmutableArray<string> Problems);

/// <summary>What became of one attribute.</summary>
/// <param name="IsListed">Whether the hook is in the table.</param>
/// <param name="Own">The errors of this attribute.</param>
/// <param name="OfMethod">The errors of its method.</param>
internal sealed record HookVerdict(MemberPlan Member, HookPlan Hook, bool IsListed, ImmutableSortedSet<string> Own, ImmutableSortedSet<string> OfMethod)
{
    public override string ToString() =>
        $"{Hook.Key} is {(IsListed ? "" : "not ")}in the table, has {(Own.IsEmpty ? "no error of its own" : string.Join(", ", Own))}, and its method has {(OfMethod.IsEmpty ? "none" : string.Join(", ", OfMethod))}";
}
