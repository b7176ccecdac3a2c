using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Bodies;

/// <summary>HOOK013: a hook returns a result that its point does not allow, which at run time is a failure of the hook.</summary>
internal sealed class Hook013ResultNotAllowed : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ResultNotAllowed,
        title: "A hook gives a result that its point does not allow",
        messageFormat: "The hook '{0}' answers {1}, which {2} does not allow, so that the hook would fail; allowed there: {3}",
        DiagnosticSeverity.Error);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        if (!body.GivesVerdict)
            return;
        var points = body.Checks.Select(check => check.Point).OfType<HookPointFacts>().Where(point => point.IsBlocking).ToList();
        if (points.Count == 0 || !MayAnswerMore(body, points))
            return;
        var isSameAtAll = points.Count == 1 || !PointDetection.IsPossible(body);
        foreach (var answer in body.Flow.Answers)
        {
            if (answer.Kind is not { } kind || !answer.Chosen.Block.IsReachable || !answer.Returned.Block.IsReachable)
                continue;

            // A hook that can tell at which of its points it is may answer at each what is allowed there.
            var refusing = points.Where(point => !point.Allows(kind)).ToList();
            if (!isSameAtAll && refusing.Count < points.Count)
                continue;
            foreach (var point in refusing)
                report(Diagnostic.Create(Rule, PlaceOf(answer.Operation), body.Method.Name, kind, point.Name, string.Join(", ", point.AllowedKinds())));
        }
    }

    // Cheap, and true of next to no hook: whether anything that some point forbids stands in the body at all.
    private static bool MayAnswerMore(HookBody body, List<HookPointFacts> points) =>
        body.Operation.Descendants().Any(operation => Verdicts.KindOf(operation) is { } kind && !points.TrueForAll(point => point.Allows(kind)));

    // Without the arguments, which may be long and are not at fault.
    private static Location PlaceOf(IOperation answer) => answer switch
    {
        IInvocationOperation { Syntax: InvocationExpressionSyntax call } => call.Expression.GetLocation(),
        _ => answer.Syntax.GetLocation(),
    };
}
