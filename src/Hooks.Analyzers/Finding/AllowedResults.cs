using Hooks.Shared;

namespace Hooks.Analyzers.Finding;

/// <summary>The answers that a point allows.</summary>
internal static class AllowedResults
{
    private static readonly ResultKind[] Kinds = [.. Enum.GetValues(typeof(ResultKind)).Cast<ResultKind>()];

    public static bool Allows(this HookPointFacts point, ResultKind kind) => (point.Allowed & (1 << (int)kind)) != 0;

    /// <summary>All of them, in the order of their numbers.</summary>
    public static IEnumerable<ResultKind> AllowedKinds(this HookPointFacts point) => Kinds.Where(point.Allows);
}
