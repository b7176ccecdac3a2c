using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
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
                report(Diagnostic.Create(Rule, operation is IInvocationOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax call } ? call.Expression.GetLocation() : operation.Syntax.GetLocation(), body.Method.Name, output.Used, output.Instead));
        }
    }

    private static (string Used, string Instead)? Output(IOperation operation, HookBody body) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Write" or "WriteLine" } method } when IsConsole(method, body) => ($"Console.{method.Name}", $"Console.Error.{method.Name}"),
        IInvocationOperation { TargetMethod: { Name: "OpenStandardOutput" } method } when IsConsole(method, body) => ("Console.OpenStandardOutput", "Console.OpenStandardError"),
        IPropertyReferenceOperation { Property: { Name: "Out" } property } when IsConsole(property, body) => ("Console.Out", "Console.Error"),
        _ => null,
    };

    private static bool IsConsole(ISymbol member, HookBody body) =>
        member is { IsStatic: true, ContainingType: { Name: "Console", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } type }
        && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, body.Method.ContainingAssembly);
}
