using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Commands;

/// <summary>HOOK302: a hook ends the process before its answer is written.</summary>
internal sealed class Hook302EndsProcess : BodyRule
{
    private const string Early = "before the hook has answered, so that the command denies in its place where an agent waits for leave";
    private const string Crashed = "without an answer, so that most coding agents go on as if nothing had been said";

    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.EndsProcess,
        title: "A hook ends the process",
        messageFormat: "The hook '{0}' calls 'Environment.{1}', which ends the process {2}; {3}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        if (body.Hooks.Targets is null)
            return;
        foreach (var operation in body.Operation.Descendants())
        {
            if (Ended(operation) is { Method: { Name: "Exit" or "FailFast" } method, Place: var place } && IsEnvironment(method.ContainingType, body))
                report(Diagnostic.Create(Rule, place.GetLocation(), body.Method.Name, method.Name, method.Name == "Exit" ? Early : Crashed, body.GivesVerdict ? "return HookResult.Cancel, or throw" : "return, or throw"));
        }
    }

    private static (IMethodSymbol Method, SyntaxNode Place)? Ended(IOperation operation) => operation switch
    {
        IInvocationOperation { Syntax: InvocationExpressionSyntax call } invocation => (invocation.TargetMethod, call.Expression),
        IMethodReferenceOperation reference => (reference.Method, reference.Syntax),
        _ => null,
    };

    private static bool IsEnvironment(INamedTypeSymbol type, HookBody body) =>
        type is { Name: "Environment", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, body.Method.ContainingAssembly);
}
