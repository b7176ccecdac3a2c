using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK107: a hook that can deny, and lets everything through when it fails.</summary>
internal sealed class Hook107GuardOpensWhenItBreaks : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.GuardOpensWhenItBreaks,
        title: "A guard opens when it breaks",
        messageFormat: "The hook '{0}' can answer {1} at {2}, but lets everything through when it fails; remove OnFailure = Continue, so that a failure denies",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        // Where a failure means Continue anyway, or someone is asked next, nothing is opened.
        if (hook.Setting("OnFailure") is not { Value: HookFailurePolicies.Continue }
            || hook.Check is not { Returns: >= HookReturn.Result, Point: { IsBlocking: true, BlocksOnFailure: true } point }
            || point.Allows(ResultKind.Allow))
        {
            return;
        }

        if (Denial(hook) is { } answer)
            report(Diagnostic.Create(Rule, hook.LocationOf("OnFailure"), hook.Method.Name, answer, point.Name));
    }

    /// <summary>The stronger of the denials that the method's own body has; null if it has none, whatever the methods that it calls do.</summary>
    private static string? Denial(HookDeclaration hook)
    {
        foreach (var reference in (hook.Method.PartialImplementationPart ?? hook.Method).DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(hook.CancellationToken);
            var semantics = syntax.SyntaxTree == hook.Semantics.SyntaxTree ? hook.Semantics : hook.Hooks.Compilation.GetSemanticModel(syntax.SyntaxTree);
            if (semantics.GetOperation(syntax, hook.CancellationToken) is IMethodBodyOperation body)
                return Mentioned(body) is { } mentioned && !FailureAnswer.IsOwn(body) ? Returned(body, mentioned, hook) : null;
        }

        return null;
    }

    // What is made may only be written to a log. Where it cannot be told what is returned, it may be this.
    private static string? Returned(IMethodBodyOperation body, string mentioned, HookDeclaration hook)
    {
        var answers = AnswerFlow.Of(body, hook.Method.ContainingAssembly, hook.CancellationToken).Answers;
        if (answers.Any(answer => answer.Kind == ResultKind.Cancel))
            return nameof(ResultKind.Cancel);
        if (answers.Any(answer => answer.Kind is null))
            return mentioned;
        return answers.Any(answer => answer.Kind == ResultKind.Ask) ? nameof(ResultKind.Ask) : null;
    }

    private static string? Mentioned(IOperation body)
    {
        string? answer = null;
        foreach (var operation in body.Descendants())
        {
            var method = operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                IMethodReferenceOperation group => group.Method,
                _ => null,
            };
            if (!SymbolNames.IsHooksType(method?.ContainingType, MetadataNames.HookResult) || operation.Parent is INameOfOperation)
                continue;
            if (method!.Name == nameof(ResultKind.Cancel))
                return method.Name;
            if (method.Name == nameof(ResultKind.Ask))
                answer = method.Name;
        }

        return answer;
    }
}
