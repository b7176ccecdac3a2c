using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding.Clients;

/// <summary>Where the value of a hooked client goes: whether a client that calls functions is put around it.</summary>
internal static class FunctionLoops
{
    private const int MostVariables = 8;

    /// <summary>The name of what puts the loop around the hooks: <c>UseFunctionInvocation</c> or the type of the client; null if nothing does.</summary>
    public static SyntaxToken? Around(HookedClient client) => OfBuilder(client) ?? Follow(client.Operation, client, MostVariables);

    // builder.UseFunctionInvocation().Use(inner => inner.WithHooks(...)): what is used first stands around the rest.
    private static SyntaxToken? OfBuilder(HookedClient client)
    {
        IOperation operation = client.Operation;
        while (operation.Parent is IConversionOperation or IReturnOperation or IBlockOperation or IParenthesizedOperation)
            operation = operation.Parent;
        if (operation.Parent is not IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Use" } use } } }
            || !ClientNames.IsBuilder(use.Instance?.Type))
            return null;
        for (var before = Receiver(use); before is IInvocationOperation step; before = Receiver(step))
        {
            if (step.TargetMethod.Name == ClientNames.UseFunctionInvocation)
                return NameOf(step);
        }

        return null;
    }

    private static SyntaxToken? Follow(IOperation value, HookedClient client, int variables)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    value = value.Parent;
                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    if (ClientNames.IsLoop(creation.Type))
                        return (creation.Syntax as ObjectCreationExpressionSyntax)?.Type.GetLastToken() ?? creation.Syntax.GetFirstToken();
                    if (!ClientNames.IsBuilder(creation.Type) && !ClientNames.IsClient(creation.Type))
                        return null;
                    value = creation;
                    break;
                case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } step }:
                    if (step.TargetMethod.Name == ClientNames.UseFunctionInvocation && ClientNames.IsBuilder(step.Type))
                        return NameOf(step);
                    if (!GoesOn(step))
                        return null;
                    value = step;
                    break;
                case IInvocationOperation step when step.Instance == value:
                    if (!GoesOn(step))
                        return null;
                    value = step;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when variables > 0:
                    return OfVariable(declarator.Symbol, client, variables - 1);
                default:
                    return null;
            }
        }
    }

    private static bool GoesOn(IInvocationOperation step) => ClientNames.IsBuilder(step.Type) || ClientNames.IsClient(step.Type);

    private static SyntaxToken? OfVariable(ILocalSymbol local, HookedClient client, int variables)
    {
        if (client.IsAssigned(local))
            return null;
        foreach (var name in client.InMember<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == local.Name
                && client.Operation.SemanticModel?.GetOperation(name, client.CancellationToken) is ILocalReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && Follow(reference, client, variables) is { } loop)
                return loop;
        }

        return null;
    }

    private static IOperation? Receiver(IInvocationOperation call)
    {
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null);
        while (receiver is IConversionOperation conversion)
            receiver = conversion.Operand;
        return receiver;
    }

    private static SyntaxToken NameOf(IInvocationOperation call) => ((InvocationExpressionSyntax)call.Syntax).Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        var other => other.GetFirstToken(),
    };
}
