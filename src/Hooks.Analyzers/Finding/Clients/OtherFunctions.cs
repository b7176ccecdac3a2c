using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding.Clients;

/// <summary>Functions that reach a loop, or are called, by another way than through the options of the hooked client.</summary>
internal static class OtherFunctions
{
    /// <summary>Assignments to <c>AdditionalTools</c> of the client beneath the hooks.</summary>
    public static IEnumerable<SyntaxToken> Additional(HookedClient client)
    {
        // The receiver: inner.AsBuilder().UseFunctionInvocation(configure: ...).Build(), or new FunctionInvokingChatClient(...) { ... }.
        foreach (var name in client.Operation.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == ClientNames.AdditionalTools
                && client.Operation.SemanticModel?.GetOperation(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name, client.CancellationToken)
                    is IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } property
                && assignment.Target == property
                && ClientNames.IsLoop(property.Property.ContainingType))
                yield return name.Identifier;
        }
    }

    /// <summary>Calls, by hand, of functions that the same method offers in the options of a request to the hooked client.</summary>
    public static IEnumerable<SyntaxToken> CalledByHand(HookedClient client)
    {
        if (client.Operation.SemanticModel is not { } semantics || !IsAsked(client, semantics))
            yield break;
        foreach (var call in client.Member.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier: { ValueText: ClientNames.InvokeAsync } name, Expression: var receiver }
                && ClientNames.IsFunction(semantics.GetTypeInfo(receiver, client.CancellationToken).Type)
                && IsOffered(receiver, client, semantics))
                yield return name;
        }
    }

    // Only a request that is plainly made of the client in this method.
    private static bool IsAsked(HookedClient client, SemanticModel semantics)
    {
        IOperation value = client.Operation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        if (value.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            return false;
        return client.Member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResponseAsync" or "GetStreamingResponseAsync", Expression: IdentifierNameSyntax receiver }
            && SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(receiver, client.CancellationToken).Symbol, local));
    }

    private static bool IsOffered(ExpressionSyntax function, HookedClient client, SemanticModel semantics)
    {
        if (MentionsOffer(function, semantics, client.CancellationToken))
            return true;
        if (function is not IdentifierNameSyntax || semantics.GetSymbolInfo(function, client.CancellationToken).Symbol is not ILocalSymbol local)
            return false;
        if (local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(client.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value }
            && MentionsOffer(value, semantics, client.CancellationToken))
            return true;
        return client.Member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            IsOffer(assignment.Left, semantics, client.CancellationToken)
            && Elements(assignment.Right).Any(element => SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(element, client.CancellationToken).Symbol, local)));
    }

    private static bool MentionsOffer(ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellationToken) =>
        expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Any(access => IsOffer(access, semantics, cancellationToken));

    private static bool IsOffer(ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellationToken) =>
        (expression is MemberAccessExpressionSyntax access ? access.Name : expression as SimpleNameSyntax)?.Identifier.ValueText == ClientNames.Tools
        && semantics.GetSymbolInfo(expression, cancellationToken).Symbol is IPropertySymbol property
        && ClientNames.IsOptions(property.ContainingType);

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ => [],
    };
}
