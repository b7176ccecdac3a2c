using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding.Clients;

/// <summary>Functions that reach a loop, or are called, by another way than through the options of the hooked client.</summary>
internal static class OtherFunctions
{
    private const int MostVariables = 8;

    /// <summary>Assignments to <c>AdditionalTools</c> of the client beneath the hooks.</summary>
    public static IEnumerable<SyntaxToken> Additional(HookedClient client)
    {
        if (client.Operation.SemanticModel is not { } semantics)
            yield break;
        var beneath = Beneath(client, semantics);
        foreach (var name in client.InMember<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == ClientNames.AdditionalTools
                && semantics.GetOperation(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name, client.CancellationToken)
                    is IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } property
                && assignment.Target == property
                && ClientNames.IsLoop(property.Property.ContainingType)
                && (beneath.Any(part => part.Span.Contains(name.Span)) || IsOf(property.Instance, beneath, semantics, client.CancellationToken)))
                yield return name.Identifier;
        }
    }

    // inner.AsBuilder().UseFunctionInvocation(configure: ...).Build(), or new FunctionInvokingChatClient(...) { ... }, perhaps in a variable.
    private static List<SyntaxNode> Beneath(HookedClient client, SemanticModel semantics)
    {
        var beneath = new List<SyntaxNode> { client.Operation.Syntax };
        var receiver = client.Operation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value.Syntax as ExpressionSyntax;
        while (receiver is not null && beneath.Count < MostVariables && Origin.VariableOf(receiver, semantics, client.CancellationToken) is { } variable
            && (receiver = Origin.Of(variable, client.CancellationToken)) is not null)
            beneath.Add(receiver.Parent!);
        return beneath;
    }

    private static bool IsOf(IOperation? instance, List<SyntaxNode> beneath, SemanticModel semantics, CancellationToken cancellationToken) =>
        instance is ILocalReferenceOperation { Local: var local } && Origin.Of(local, cancellationToken)?.Parent is { } declared && beneath.Contains(declared);

    /// <summary>Calls, by hand, of functions that the same method offers in the options of a request to the hooked client.</summary>
    public static IEnumerable<SyntaxToken> CalledByHand(HookedClient client)
    {
        if (client.Operation.SemanticModel is not { } semantics || !IsAsked(client, semantics))
            yield break;
        foreach (var call in client.InMember<InvocationExpressionSyntax>())
        {
            if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier: { ValueText: ClientNames.InvokeAsync } name, Expression: var receiver }
                && ClientNames.IsFunction(semantics.GetTypeInfo(receiver, client.CancellationToken).Type)
                && IsOffered(receiver, client, semantics, MostVariables))
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
        return client.InMember<InvocationExpressionSyntax>().Any(call =>
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResponseAsync" or "GetStreamingResponseAsync", Expression: IdentifierNameSyntax receiver }
            && SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(receiver, client.CancellationToken).Symbol, local));
    }

    // Taken out of what is offered, or put into it, perhaps by way of variables.
    private static bool IsOffered(ExpressionSyntax function, HookedClient client, SemanticModel semantics, int variables)
    {
        if (Origin.Parts(function).Any(part => IsOffer(part, semantics, client.CancellationToken)))
            return true;
        if (variables == 0 || Origin.VariableOf(function, semantics, client.CancellationToken) is not { } variable || client.IsAssigned(variable))
            return false;
        return client.InMember<AssignmentExpressionSyntax>().Any(assignment =>
                IsOffer(assignment.Left, semantics, client.CancellationToken)
                && Elements(assignment.Right).Any(element => SymbolEqualityComparer.Default.Equals(Origin.VariableOf(element, semantics, client.CancellationToken), variable)))
            || (Origin.Of(variable, client.CancellationToken) is { } origin && IsOffered(origin, client, semantics, variables - 1));
    }

    private static bool IsOffer(ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellationToken) =>
        (expression is MemberAccessExpressionSyntax access ? access.Name : expression as SimpleNameSyntax)?.Identifier.ValueText == ClientNames.Tools
        && semantics.GetSymbolInfo(expression, cancellationToken).Symbol is IPropertySymbol property
        && ClientNames.IsOptions(property.ContainingType);

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax collection => collection.Elements.Select(element => element is SpreadElementSyntax spread ? spread.Expression : ((ExpressionElementSyntax)element).Expression),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ => [list],
    };
}
