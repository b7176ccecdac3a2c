using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Rules.Bodies;

/// <summary>HOOK104: a hook that takes a token and waits for a call that would take it too, but does not get it.</summary>
internal sealed class Hook104TokenNotPassedOn : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.TokenNotPassedOn,
        title: "A hook does not pass its token on",
        messageFormat: "The hook '{0}' waits for '{1}' even when the fire has been cancelled; pass '{2}' to it",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        // Whoever calls it an underscore does not want it.
        if (body.Method.Parameters.FirstOrDefault(parameter => SymbolNames.IsToken(parameter.Type, body.Method.ContainingAssembly)) is not { } token || token.Name.All(character => character == '_'))
            return;
        TokenFlow? flow = null;
        foreach (var operation in OwnCode.Of(body.Operation))
        {
            foreach (var awaited in AwaitedCall.Of(operation, body.Method.IsAsync))
            {
                if (TokenArgument.Find(awaited, token, body) is not { } argument)
                    continue;
                flow ??= new(body, token);
                if (!flow.HasCallback && !flow.Reaches(awaited.Operation) && !new CleanUp(flow).Contains(awaited.Operation))
                    Report(body, awaited, argument, report);
            }
        }
    }

    private static void Report(HookBody body, AwaitedCall awaited, string argument, Action<Diagnostic> report)
    {
        var called = (InvocationExpressionSyntax)awaited.Operation.Syntax;
        var name = called.Expression is MemberAccessExpressionSyntax access ? access.Name : called.Expression as SimpleNameSyntax;
        report(Diagnostic.Create(
            Rule,
            name?.Identifier.GetLocation() ?? called.Expression.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Argument, argument),
            body.Method.Name,
            awaited.Operation.TargetMethod.Name,
            argument));
    }
}
