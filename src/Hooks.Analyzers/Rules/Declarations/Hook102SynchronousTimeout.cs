using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK102: a timeout on a synchronous hook, which nothing can interrupt.</summary>
internal sealed class Hook102SynchronousTimeout : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.SynchronousTimeout,
        title: "A synchronous hook has a timeout",
        messageFormat: "The timeout of the hook '{0}' never applies, because nothing can interrupt a synchronous hook; return {1}, or remove TimeoutMilliseconds",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        // An async void method has to become a task first, and then its timeout applies.
        if (hook.Check.Returns is not (HookReturn.Void or HookReturn.Result) || hook.Check.Violations.HasFlag(HookViolations.AsyncVoid) || DeclaredTimeout.Find(hook) is not { } place)
            return;
        report(Diagnostic.Create(Rule, place, hook.Method.Name, hook.Check.Returns == HookReturn.Void ? "Task" : "ValueTask<HookResult>"));
    }
}
