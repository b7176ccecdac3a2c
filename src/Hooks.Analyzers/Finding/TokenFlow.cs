using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>Where a method's token goes, apart from being an argument of the call in question.</summary>
internal sealed class TokenFlow
{
    private readonly HookBody _body;
    private readonly IParameterSymbol _token;
    private readonly HashSet<ISymbol> _carriers = new(SymbolEqualityComparer.Default);

    public TokenFlow(HookBody body, IParameterSymbol token)
    {
        _body = body;
        _token = token;
        foreach (var operation in body.Operation.DescendantsAndSelf())
            Follow(operation);
    }

    /// <summary>Whether the method says itself, by a callback, what happens when the token is cancelled.</summary>
    public bool HasCallback { get; private set; }

    /// <summary>Whether a token, or something that was given one before, takes part in a call.</summary>
    public bool Reaches(IInvocationOperation call) => Mentions(call);

    /// <summary>Whether the call stands where the token may have been cancelled already, and cleaning up goes on.</summary>
    public bool IsCleanUp(IOperation operation)
    {
        for (var inner = operation; inner.Parent is { } outer; inner = outer)
        {
            switch (outer)
            {
                case ITryOperation attempt when inner == attempt.Finally:
                case ICatchClauseOperation handler when MayCatchCancellation(handler.ExceptionType):
                case IConditionalOperation choice when inner != choice.Condition && MayBeCancelled(choice, inner):
                    return true;
            }
        }

        return false;
    }

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
                break;
            case IInvocationOperation { Parent: IExpressionStatementOperation } call
                when OwnCode.Root(call.Instance) is { } root && call.Arguments.Any(argument => Mentions(argument.Value)):
                _carriers.Add(root);
                break;
        }
    }

    // What has been awaited is a result: it does not know the token any more.
    private bool Mentions(IOperation operation) => OwnCode
        .Of(operation, static inner => inner is not (IAwaitOperation or IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue }))
        .Any(inner => inner switch
        {
            IParameterReferenceOperation parameter => Is(parameter.Parameter),
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member when _carriers.Contains(member.Member) => true,
            ILocalReferenceOperation local when _carriers.Contains(local.Local) => true,
            _ => IsToken(inner.Type) || inner.Type is { Name: "CancellationTokenSource" },
        });

    private bool MayBeCancelled(IConditionalOperation choice, IOperation branch)
    {
        if (!OwnCode.Of(choice.Condition).Any(IsQuestion))
            return false;
        var condition = OwnCode.Unconverted(choice.Condition);
        var isNegated = condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not };
        return !(IsQuestion(condition) || (condition is IUnaryOperation unary && IsQuestion(unary.Operand)))
            || (branch == choice.WhenTrue) != isNegated;
    }

    private bool IsQuestion(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" };

    private bool Is(IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter, _token) || _carriers.Contains(parameter);

    private bool IsToken(ITypeSymbol? type) => type is not null && Shared.SymbolNames.IsToken(type, _body.Method.ContainingAssembly);

    // A filter decides more finely than can be followed, so that it makes no difference.
    private static bool MayCatchCancellation(ITypeSymbol exception) =>
        exception.Name is "Exception" or "SystemException" or "OperationCanceledException" or "TaskCanceledException" or "Object";
}
