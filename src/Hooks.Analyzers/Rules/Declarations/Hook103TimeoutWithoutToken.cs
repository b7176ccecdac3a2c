using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK103: a timeout on an asynchronous hook that takes no token, so that it is not told when its time is up.</summary>
internal sealed class Hook103TimeoutWithoutToken : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.TimeoutWithoutToken,
        title: "A hook with a timeout takes no CancellationToken",
        messageFormat: "The hook '{0}' takes no CancellationToken, so that it goes on running after its timeout; take one and pass it on, or remove TimeoutMilliseconds",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (hook.Check.Returns is not (HookReturn.Task or HookReturn.ValueTask or HookReturn.TaskOfResult or HookReturn.ValueTaskOfResult)
            || hook.Check.Violations.HasFlag(HookViolations.Parameters)
            || hook.Method.Parameters.Length != 1
            || DeclaredTimeout.Find(hook) is not { } place)
        {
            return;
        }

        report(Diagnostic.Create(Rule, place, hook.Method.Name));
    }
}
