using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>Holds what the generator puts into the table against what the analyzers report.</summary>
internal static class Judge
{
    /// <summary>The errors that keep a hook out of the table; all others leave it in.</summary>
    public static readonly ImmutableArray<string> Errors =
        ["HOOK001", "HOOK002", "HOOK003", "HOOK004", "HOOK005", "HOOK007", "HOOK008", "HOOK011", "HOOK012"];

    // What they say of a method holds for all of its attributes.
    private static readonly ImmutableHashSet<string> OfMethods = ["HOOK001", "HOOK004", "HOOK005"];

    // Said once of a method, but true only of those attributes whose point does not give what it takes.
    private const string Parameters = "HOOK002";

    /// <summary>Null if C# refuses the project as a whole. Members that it refuses are left out.</summary>
    /// <param name="plan">The project.</param>
    /// <param name="deafTo">An error that is not heard.</param>
    public static async Task<Verdicts?> CompareAsync(ProjectPlan plan, string? deafTo)
    {
        var refusals = ImmutableArray<Diagnostic>.Empty;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var run = await ProjectRun.OfAsync(plan);
            var refused = run.Diagnostics.Where(diagnostic => IsOfCompiler(diagnostic) && diagnostic.Location.SourceTree != run.Table).ToLookup(UnitOf);
            if (refused.Count == 0)
                return Compare(plan, refusals, run, deafTo);
            if (refused.Contains(null))
                return null;
            refusals = refusals.AddRange(refused.Select(unit => unit.First()));
            plan = plan.Without(refused.Select(unit => unit.Key!).ToHashSet());
        }

        return null;
    }

    private static Verdicts Compare(ProjectPlan plan, ImmutableArray<Diagnostic> refusals, ProjectRun run, string? deafTo)
    {
        var found = run.Exceptions.Concat(run.Diagnostics.Where(IsOfCompiler).Select(error => $"What is generated does not compile: {error}")).ToList();
        var listed = TableText.Hooks(run.Table);
        found.AddRange(TableText.Manifest(run.Table).Except(listed).Select(name => $"{name} is in the manifest and not in the table"));
        var places = new Places(run.Compilation);
        var own = new HashSet<(string Key, string Id)>();
        var ofMethods = new HashSet<(string Method, string Id)>();
        foreach (var diagnostic in run.Diagnostics.Where(diagnostic => Errors.Contains(diagnostic.Id) && diagnostic.Id != deafTo))
        {
            var isKnown = diagnostic.Id == Parameters || OfMethods.Contains(diagnostic.Id)
                ? places.MethodAt(diagnostic.Location) is { } method && ofMethods.Add((method, diagnostic.Id))
                : AddAll(places.AttributesAt(diagnostic), diagnostic.Id);
            if (!isKnown)
                found.Add($"This error is at no hook, or twice at a method: {diagnostic}");
        }

        var hooks = plan.Members.SelectMany(member => member.Hooks.Select(hook => Verdict(member, hook))).ToImmutableArray();
        found.AddRange(hooks.Where(hook => !IsConsistent(hook)).Select(hook => hook.ToString()));
        found.AddRange(hooks.GroupBy(hook => hook.Hook.Method).Where(method => method.All(hook => hook.IsListed) && ofMethods.Contains((method.Key, Parameters))).Select(method => $"{method.Key} has {Parameters} though all its hooks are in the table"));
        found.AddRange(listed.Except(hooks.Select(hook => hook.Hook.ListedAs)).Select(name => $"{name} is in the table and nowhere else"));
        return new(plan, refusals, hooks, [.. found]);

        bool AddAll(IReadOnlyList<string> keys, string id)
        {
            own.UnionWith(keys.Select(key => (key, id)));
            return keys.Count > 0;
        }

        HookVerdict Verdict(MemberPlan member, HookPlan hook) => new(
            member,
            hook,
            listed.Contains(hook.ListedAs),
            [.. own.Where(entry => entry.Key == hook.Key).Select(entry => entry.Id)],
            hook.IsForeign ? [] : [.. ofMethods.Where(entry => entry.Method == hook.Method).Select(entry => entry.Id)]);
    }

    private static bool IsConsistent(HookVerdict hook)
    {
        if (hook.Hook.IsForeign)
            return !hook.IsListed && hook.Own.IsEmpty;
        return hook.IsListed ? hook.Own.IsEmpty && !hook.OfMethod.Overlaps(OfMethods) : !hook.Own.IsEmpty || !hook.OfMethod.IsEmpty;
    }

    private static bool IsOfCompiler(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.Id.StartsWith("HOOK", StringComparison.Ordinal);

    private static string? UnitOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree ? ProjectText.UnitAt(tree.ToString(), diagnostic.Location.SourceSpan.Start) : null;
}
