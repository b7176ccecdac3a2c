using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Firing;

/// <summary>HOOK111: a fire of a blocking point whose verdict nobody reads, so that its guards guard nothing.</summary>
internal sealed class Hook111VerdictDiscarded : FireRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.VerdictDiscarded,
        title: "The verdict of a blocking point is discarded",
        messageFormat: "Nobody reads the verdict of '{0}', so that nothing comes of what the hooks at {1} answer; keep it in a variable, and {2}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(FireCall fire, Action<Diagnostic> report)
    {
        // Tests fire points to see what hooks do to a context.
        if (fire.Point is { IsBlocking: true } point && !fire.Hooks.IsTestProject && VerdictUse.IsUnread(fire))
            report(Diagnostic.Create(Rule, fire.NameLocation, Properties(point), fire.Operation.TargetMethod.Name, point.Name, WhatToDo(point)));
    }

    private static string WhatToDo(HookPointFacts point)
    {
        if (point.Allows(ResultKind.Allow))
            return "go on only if it is Allow: if it is neither Allow nor Cancel, someone has to be asked";
        string[] asked = [.. point.AllowedKinds().Where(kind => kind > ResultKind.Modified).Select(kind => kind.ToString())];
        return point.BlocksOnFailure || asked.Length == 0
            ? "go on only if it is Continue or Modified"
            : $"see what it asks for: {string.Join(", ", asked.Take(asked.Length - 1))}{(asked.Length > 1 ? " or " : string.Empty)}{asked.LastOrDefault()}";
    }

    // Where Cancel denies nothing (an error stands, an agent stops, a compaction waits), or Continue allows nothing, only the host knows what to do.
    private static ImmutableDictionary<string, string?> Properties(HookPointFacts point) => ImmutableDictionary<string, string?>.Empty
        .Add(FixProperties.CancelDenies, point.BlocksOnFailure && !point.Allows(ResultKind.Allow) ? bool.TrueString : null);
}
