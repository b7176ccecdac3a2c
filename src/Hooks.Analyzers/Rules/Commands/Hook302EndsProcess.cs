using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Commands;

/// <summary>HOOK302: a hook ends the process before its answer is written.</summary>
internal sealed class Hook302EndsProcess : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.EndsProcess,
        title: "A hook ends the process",
        messageFormat: "The hook '{0}' calls 'Environment.{1}', which ends the process without an answer, so that most coding agents go on as if nothing had been said; {2}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        if (body.Hooks.Targets is null)
            return;
        foreach (var operation in body.Operation.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "Exit" or "FailFast" } method, Syntax: InvocationExpressionSyntax call } && IsEnvironment(method.ContainingType, body))
                report(Diagnostic.Create(Rule, call.Expression.GetLocation(), body.Method.Name, method.Name, body.GivesVerdict ? "return HookResult.Cancel, or throw" : "return, or throw"));
        }
    }

    private static bool IsEnvironment(INamedTypeSymbol type, HookBody body) =>
        type is { Name: "Environment", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, body.Method.ContainingAssembly);
}
