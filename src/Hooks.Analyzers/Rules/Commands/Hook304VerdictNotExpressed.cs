using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Finding.Commands;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Commands;

/// <summary>HOOK304: a hook gives a verdict that a coding agent cannot express, so that it is sent something else.</summary>
internal sealed class Hook304VerdictNotExpressed : BodyRule
{
    private const string ApproveRewrite = "ApproveRewrite";

    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.VerdictNotExpressed,
        title: "A hook gives a verdict that a coding agent cannot express",
        messageFormat: "The hook '{0}' answers {1} at {2}, which cannot be said to {3}: what is sent is {4}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        if (body.Hooks.Targets is not { } targets || body.Hooks.IsTestProject || !body.GivesVerdict)
            return;
        var points = body.Checks.Where(check => check.IsValid).Select(check => check.Point).OfType<HookPointFacts>().Where(point => point.IsBlocking && CommandTargets.IsRaisedByAgents(point)).ToList();
        if (points.Count == 0 || (points.Count > 1 && PointDetection.IsPossible(body)))
            return;
        var isForServers = IsForServers(body.Method);
        var approves = body.Operation.Descendants().Any(operation => operation is IInvocationOperation { TargetMethod.Name: ApproveRewrite });
        foreach (var answer in body.Flow.Answers)
        {
            if (answer.Kind is not { } kind || !answer.Chosen.Block.IsReachable || !answer.Returned.Block.IsReachable)
                continue;
            foreach (var point in points.Where(point => point.Allows(kind)))
            {
                foreach (var (instead, hosts) in Instead(targets, point, kind, approves).Where(told => !isForServers || told.Instead != NearestVerdict.Beside))
                    report(Diagnostic.Create(Rule, PlaceOf(answer.Operation), body.Method.Name, kind, point.IsCustom ? point.Context.Name : point.Name, string.Join(", ", hosts), instead));
            }
        }
    }

    /// <summary>What is sent, and to whom. Where nobody has named agents, only what leaves a guard open is worth a word.</summary>
    private static IEnumerable<(string Instead, IEnumerable<string> Hosts)> Instead(CommandTargets targets, HookPointFacts point, ResultKind kind, bool approves) =>
        from host in targets.Hosts
        from hostEvent in CommandTargets.EventsOf(host, point)
        let instead = NearestVerdict.Of(hostEvent, kind, approves)
        where instead is not null && (targets.AreNamed || instead is NearestVerdict.Nothing or NearestVerdict.Beside)
        group host.DisplayName by instead into told
        select (told.Key, told.Distinct());

    private static bool IsForServers(IMethodSymbol method) => method.GetAttributes().Where(attribute => SymbolNames.IsHookAttribute(attribute.AttributeClass)).All(attribute =>
        attribute.NamedArguments.Any(argument => argument is { Key: "Tools", Value.Value: string tools } && tools.Split('|').All(IsOfServer)));

    private static bool IsOfServer(string tool) => tool.Trim().StartsWith("mcp", StringComparison.OrdinalIgnoreCase);

    private static Location PlaceOf(IOperation answer) =>
        answer is IInvocationOperation { Syntax: InvocationExpressionSyntax call } ? call.Expression.GetLocation() : answer.Syntax.GetLocation();
}
