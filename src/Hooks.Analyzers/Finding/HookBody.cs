using Hooks.Generators.Model;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>The body of a method that carries one or more <c>[Hook]</c>s.</summary>
internal sealed class HookBody
{
    private IReadOnlyList<ContextChange>? _changes;
    private AnswerFlow? _flow;

    private HookBody(HooksCompilation hooks, SemanticModel semantics, MethodDeclarationSyntax syntax, IMethodSymbol method, IReadOnlyList<HookCheck> checks, IMethodBodyOperation operation, CancellationToken cancellationToken)
    {
        Hooks = hooks;
        Semantics = semantics;
        Syntax = syntax;
        Method = method;
        Checks = checks;
        Operation = operation;
        CancellationToken = cancellationToken;
    }

    public HooksCompilation Hooks { get; }

    public SemanticModel Semantics { get; }

    public MethodDeclarationSyntax Syntax { get; }

    public IMethodSymbol Method { get; }

    /// <summary>What the rules find about each attribute, of both parts of a partial method; at least one.</summary>
    public IReadOnlyList<HookCheck> Checks { get; }

    public IMethodBodyOperation Operation { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Where the context's data are changed.</summary>
    public IReadOnlyList<ContextChange> Changes =>
        _changes ??= Method.Parameters is [var context, ..] ? ContextChanges.Of(Operation, context) : [];

    /// <summary>What is returned on which path; costs more than anything else here, so ask for it last.</summary>
    public AnswerFlow Flow => _flow ??= AnswerFlow.Of(Operation, Method.ContainingAssembly, CancellationToken);

    public bool GivesVerdict => HookMethodRules.Returns(Method) >= HookReturn.Result;

    /// <summary>The body of a method declaration; null if it is no hook, or has no body here.</summary>
    public static HookBody? Find(MethodDeclarationSyntax syntax, SemanticModel semantics, HooksCompilation hooks, CancellationToken cancellationToken)
    {
        if (syntax is { Body: null, ExpressionBody: null } || semantics.GetDeclaredSymbol(syntax, cancellationToken) is not { } method)
            return null;
        var checks = method.GetAttributes()
            .Where(attribute => SymbolNames.IsHookAttribute(attribute.AttributeClass))
            .Select(attribute => HookMethodRules.Check(method, attribute, hooks.Compilation))
            .ToList();
        return checks.Count > 0 && semantics.GetOperation(syntax, cancellationToken) is IMethodBodyOperation operation
            ? new(hooks, semantics, syntax, method, checks, operation, cancellationToken)
            : null;
    }
}
