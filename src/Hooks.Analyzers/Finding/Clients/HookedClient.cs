using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding.Clients;

/// <summary>A call of <c>WithHooks</c> that puts hooks around a chat client.</summary>
internal sealed class HookedClient
{
    private HookedClient(HooksCompilation hooks, IInvocationOperation operation, CancellationToken cancellationToken)
    {
        Hooks = hooks;
        Operation = operation;
        CancellationToken = cancellationToken;
    }

    public HooksCompilation Hooks { get; }

    public IInvocationOperation Operation { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>All that stands in the method, property or program in which the call stands; of a program not the types in its file.</summary>
    public IEnumerable<TNode> InMember<TNode>()
        where TNode : SyntaxNode
    {
        var member = Operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(static outer => outer is not GlobalStatementSyntax) ?? Operation.Syntax.SyntaxTree.GetRoot(CancellationToken);
        return member.DescendantNodes(node => node == member || node is not BaseTypeDeclarationSyntax).OfType<TNode>();
    }

    /// <summary>Whether a variable gets another value later on, so that nobody knows which one goes where.</summary>
    public bool IsAssigned(ISymbol variable) =>
        InMember<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Name);

    /// <summary>Null if the call is another one. Looks at the name first, because a program has many calls.</summary>
    public static HookedClient? Find(InvocationExpressionSyntax syntax, SemanticModel semantics, HooksCompilation hooks, CancellationToken cancellationToken) =>
        IsNamed(syntax) && semantics.GetOperation(syntax, cancellationToken) is IInvocationOperation call && ClientNames.IsWithHooksOfClient(call.TargetMethod)
            ? new(hooks, call, cancellationToken)
            : null;

    /// <summary>
    /// Whether the project gives functions hooks of their own, or calls them through the dispatcher, so that it does not matter
    /// who calls them; or puts hooks around several clients, of which one may stand around another.
    /// </summary>
    public bool MayHaveHooksElsewhere()
    {
        foreach (var tree in Hooks.Compilation.SyntaxTrees)
        {
            var text = tree.GetText(CancellationToken).ToString();
            if (text.IndexOf(ClientNames.WithHooks, StringComparison.Ordinal) < 0 && text.IndexOf(ClientNames.InvokeToolAsync, StringComparison.Ordinal) < 0)
                continue;
            SemanticModel? semantics = null;
            foreach (var syntax in tree.GetRoot(CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (syntax.Identifier.ValueText == ClientNames.InvokeToolAsync)
                    return true;
                if (syntax.Identifier.ValueText == ClientNames.WithHooks && !(syntax.SyntaxTree == Operation.Syntax.SyntaxTree && Operation.Syntax.Span.Contains(syntax.Span))
                    && MayHelp(syntax, semantics ??= Hooks.Compilation.GetSemanticModel(tree)))
                    return true;
            }
        }

        // Within the call itself there is its own name, and perhaps another one beneath.
        return Operation.Syntax.DescendantNodes().OfType<SimpleNameSyntax>().Count(name => name.Identifier.ValueText == ClientNames.WithHooks) > 1;
    }

    // A client that has made the same mistake does not, nor does a method that only has the name.
    private bool MayHelp(SimpleNameSyntax withHooks, SemanticModel semantics) =>
        semantics.GetSymbolInfo(withHooks, CancellationToken).Symbol is not IMethodSymbol method
        || ClientNames.IsWithHooksOfFunction(method)
        || (ClientNames.IsWithHooksOfClient(method)
            && (withHooks.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || Find(call, semantics, Hooks, CancellationToken) is not { } other || FunctionLoops.Around(other) is null));

    private static bool IsNamed(InvocationExpressionSyntax syntax) => syntax.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == ClientNames.WithHooks,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText == ClientNames.WithHooks,
        SimpleNameSyntax name => name.Identifier.ValueText == ClientNames.WithHooks,
        _ => false,
    };
}
