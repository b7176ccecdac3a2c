using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>Where a method's token goes, apart from being an argument of the call in question.</summary>
internal sealed class TokenFlow
{
    private readonly HookBody _body;
    private readonly IParameterSymbol _token;
    private readonly HashSet<ISymbol> _carriers = new(SymbolEqualityComparer.Default);
    private bool _isKept;

    public TokenFlow(HookBody body, IParameterSymbol token)
    {
        _body = body;
        _token = token;
        foreach (var operation in body.Operation.DescendantsAndSelf())
            Follow(operation);
    }

    /// <summary>Whether the method says itself, by a callback, what happens when the token is cancelled.</summary>
    public bool HasCallback { get; private set; }

    /// <summary>Whether something is, or was made with, the token.</summary>
    public bool Knows(ISymbol variable) => _carriers.Contains(variable);

    /// <summary>Whether a token, or something that was given one before, takes part in a call.</summary>
    public bool Reaches(IInvocationOperation call) => Mentions(call);

    private void Follow(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "Register" or "UnsafeRegister", Instance: { } instance } when IsToken(instance.Type):
                HasCallback = true;
                break;
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator when Mentions(initializer.Value):
                _carriers.Add(declarator.Symbol);
                break;
            case IAssignmentOperation { Target: var target } assignment when Mentions(assignment.Value) && OwnCode.Root(target) is { } root:
                _carriers.Add(root);
                _isKept |= root is IFieldSymbol or IPropertySymbol;
                break;
            case IInvocationOperation { Parent: IExpressionStatementOperation } call
                when OwnCode.Root(call.Instance) is { } root && call.Arguments.Any(argument => Mentions(argument.Value)):
                _carriers.Add(root);
                break;
        }
    }

    private bool Mentions(IOperation operation) => Mentions(operation, isInFunction: false, new(SymbolEqualityComparer.Default));

    // What has been awaited is a result: it does not know the token any more. What a function awaits is still to come.
    private bool Mentions(IOperation operation, bool isInFunction, HashSet<ISymbol> functions) => OwnCode
        .Of(operation, inner => inner is not (IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue } or IAnonymousFunctionOperation) && (isInFunction || inner is not IAwaitOperation))
        .Any(inner => inner switch
        {
            IParameterReferenceOperation parameter => Is(parameter.Parameter),
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member when _carriers.Contains(member.Member) => true,
            ILocalReferenceOperation local when _carriers.Contains(local.Local) => true,
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => Mentions(lambda.Body, isInFunction: true, functions),
            IMethodReferenceOperation group when Sees(group.Method, functions) => true,
            IInvocationOperation call when Sees(call.TargetMethod, functions) => true,
            _ => IsToken(inner.Type) || inner.Type is { Name: "CancellationTokenSource" },
        });

    // A local function sees the hook's token, and the methods of its class do where the hook has kept it.
    private bool Sees(IMethodSymbol method, HashSet<ISymbol> functions)
    {
        if (method.MethodKind != MethodKind.LocalFunction)
            return _isKept && SymbolEqualityComparer.Default.Equals(method.ContainingType, _body.Method.ContainingType);
        return functions.Add(method.OriginalDefinition)
            && _body.Operation.Descendants().OfType<ILocalFunctionOperation>().FirstOrDefault(function => SymbolEqualityComparer.Default.Equals(function.Symbol, method.OriginalDefinition)) is { Body: { } body }
            && Mentions(body, isInFunction: true, functions);
    }

    private bool Is(IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter, _token) || _carriers.Contains(parameter);

    private bool IsToken(ITypeSymbol? type) => type is not null && Shared.SymbolNames.IsToken(type, _body.Method.ContainingAssembly);
}
