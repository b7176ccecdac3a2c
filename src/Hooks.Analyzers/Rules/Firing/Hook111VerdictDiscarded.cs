using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Firing;

/// <summary>HOOK111: a fire of a blocking point whose verdict nobody reads, so that its guards guard nothing.</summary>
internal sealed class Hook111VerdictDiscarded : FireRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.VerdictDiscarded,
        title: "The verdict of a blocking point is discarded",
        messageFormat: "Nobody reads the verdict of '{0}', so that nothing comes of what the hooks at {1} answer; keep it in a variable, and go on only if it is Continue or Modified",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + DiagnosticIds.VerdictDiscarded + ".md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(FireCall fire, Action<Diagnostic> report)
    {
        // Tests fire points to see what hooks do to a context.
        if (fire.Point is { IsBlocking: true } point && !fire.Hooks.IsTestProject && VerdictUse.IsUnread(fire))
            report(Diagnostic.Create(Rule, fire.NameLocation, Properties(point), fire.Operation.TargetMethod.Name, point.Name));
    }

    // Elsewhere Cancel denies nothing: an error stands, an agent stops, a compaction waits. What to do then, only the host knows.
    private static ImmutableDictionary<string, string?> Properties(HookPointFacts point) =>
        ImmutableDictionary<string, string?>.Empty.Add(FixProperties.CancelDenies, point.BlocksOnFailure ? bool.TrueString : null);
}
