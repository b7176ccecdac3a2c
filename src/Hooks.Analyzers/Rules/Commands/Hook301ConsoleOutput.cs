using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Commands;

/// <summary>HOOK301: a hook writes to standard output, which carries nothing but the answer to a coding agent.</summary>
internal sealed class Hook301ConsoleOutput : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ConsoleOutput,
        title: "A hook writes to standard output",
        messageFormat: "The hook '{0}' uses '{1}', but standard output carries the answer to the coding agent and nothing else; use '{2}'",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        if (body.Hooks.Targets is null)
            return;
        foreach (var operation in body.Operation.Descendants())
        {
            if (Output(operation, body) is { } output)
                report(Diagnostic.Create(Rule, PlaceOf(operation), body.Method.Name, output.Used, output.Instead));
        }
    }

    private static Location PlaceOf(IOperation operation) =>
        operation is IInvocationOperation { Syntax: InvocationExpressionSyntax call } ? call.Expression.GetLocation() : operation.Syntax.GetLocation();

    private static (string Used, string Instead)? Output(IOperation operation, HookBody body) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => OutputOf(method, body),
        IMethodReferenceOperation { Method: var method } => OutputOf(method, body),
        IPropertyReferenceOperation { Property: { Name: "Out" } property } when IsConsole(property, body) => ("Console.Out", "Console.Error"),
        _ => null,
    };

    private static (string Used, string Instead)? OutputOf(IMethodSymbol method, HookBody body) => method.Name switch
    {
        "Write" or "WriteLine" when IsConsole(method, body) => ($"Console.{method.Name}", $"Console.Error.{method.Name}"),
        "OpenStandardOutput" when IsConsole(method, body) => ("Console.OpenStandardOutput", "Console.OpenStandardError"),
        _ => null,
    };

    private static bool IsConsole(ISymbol member, HookBody body) =>
        member is { IsStatic: true, ContainingType: { Name: "Console", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } type }
        && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, body.Method.ContainingAssembly);
}
