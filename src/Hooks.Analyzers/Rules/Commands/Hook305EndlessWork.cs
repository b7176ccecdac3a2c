using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Commands;

/// <summary>HOOK305: a hook keeps an agent from stopping, and does not look whether it has done so already.</summary>
internal sealed class Hook305EndlessWork : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.EndlessWork,
        title: "A stop hook does not look whether it has spoken before",
        messageFormat: "The hook '{0}' keeps the agent working without looking at ContinuationCount: a coding agent calls a new process each time it would stop, which may go on for ever; answer Retry only while ContinuationCount is 0, or below a limit of yours",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        if (body.Hooks.Targets is null || !body.GivesVerdict || !body.Checks.Any(check => check.Point is { Name: "BeforeAgentStop" or "SubagentStop", IsCustom: false }))
            return;
        var retries = body.Flow.Answers.Where(answer => answer.Kind == ResultKind.Retry && answer.Chosen.Block.IsReachable && answer.Returned.Block.IsReachable).ToList();
        if (retries.Count == 0 || body.Operation.Descendants().Any(operation => Looks(operation, body)))
            return;
        foreach (var retry in retries)
            report(Diagnostic.Create(Rule, retry.Operation is IInvocationOperation { Syntax: InvocationExpressionSyntax call } ? call.Expression.GetLocation() : retry.Operation.Syntax.GetLocation(), body.Method.Name));
    }

    // Whoever is handed the context may look at it too.
    private static bool Looks(IOperation operation, HookBody body) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "ContinuationCount" } => true,
        ILiteralOperation { ConstantValue: { HasValue: true, Value: "stop_hook_active" or "loop_count" } } => true,
        IArgumentOperation { Value: var value, Parent: IInvocationOperation call } => IsContext(value, body) && !IsOfPackages(call.TargetMethod),
        _ => false,
    };

    private static bool IsContext(IOperation value, HookBody body) =>
        OwnCode.Unconverted(value) is IParameterReferenceOperation { Parameter: var parameter } && body.Method.Parameters is [var context, ..] && SymbolEqualityComparer.Default.Equals(parameter, context);

    // Neither looks who only writes it somewhere.
    private static bool IsOfPackages(IMethodSymbol method) =>
        method.ContainingAssembly?.Name is { } assembly && (assembly is "Hooks.Runtime" or "Hooks.Commands" || assembly.StartsWith("System.", StringComparison.Ordinal));
}
