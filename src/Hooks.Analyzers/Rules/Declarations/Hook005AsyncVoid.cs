using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK005: an async void hook, whose end nobody can wait for and whose failure ends the process.</summary>
internal sealed class Hook005AsyncVoid : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.AsyncVoid,
        title: "A hook is async void",
        messageFormat: "The hook '{0}' is async void, so that nobody can wait for it and an exception ends the process; return Task or ValueTask",
        DiagnosticSeverity.Error,
        NeverSilent);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (!hook.Check.Violations.HasFlag(HookViolations.AsyncVoid) || !hook.HasOwnSignature || !MethodHooks.Of(hook).IsFirstWith(HookViolations.AsyncVoid, hook))
            return;
        var type = hook.Owner switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax function => function.ReturnType,
            _ => null,
        };
        report(Diagnostic.Create(Rule, type?.GetLocation() ?? hook.NameLocation, hook.Method.Name));
    }
}
