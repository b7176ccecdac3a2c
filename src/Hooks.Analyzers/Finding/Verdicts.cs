using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// The answers that a hook's body can give, as far as its own text says: <c>HookResult.X</c> returned directly, wrapped
/// in a completed task, through conditions, switch expressions and locals.
/// </summary>
internal sealed class Verdicts
{
    private readonly HashSet<ILocalSymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly List<Verdict> _all = [];
    private readonly IOperation _body;

    private Verdicts(IOperation body) => _body = body;

    /// <summary>Every expression that makes an answer which is returned, in no particular order.</summary>
    public IReadOnlyList<Verdict> All => _all;

    /// <summary>Whether there is nothing else that is returned: no result of a call, no field, no parameter.</summary>
    public bool AreAllKnown { get; private set; } = true;

    public bool CanBe(ResultKind kind) => _all.Exists(verdict => verdict.Kind == kind);

    /// <summary>Looks at what a body returns; returns of functions within it are theirs.</summary>
    /// <param name="body">The operation of the method's body.</param>
    public static Verdicts Of(IOperation body)
    {
        var verdicts = new Verdicts(body);
        foreach (var operation in OwnOperations(body))
        {
            if (operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
                verdicts.Follow(value);
        }

        return verdicts;
    }

    /// <summary>What an expression can be; for one that is not returned.</summary>
    /// <param name="value">The expression.</param>
    /// <param name="body">The body that it stands in.</param>
    public static Verdicts OfValue(IOperation value, IOperation body)
    {
        var verdicts = new Verdicts(body);
        verdicts.Follow(value);
        return verdicts;
    }

    /// <summary>The kind that an expression makes by itself: a member of <c>HookResult</c>, or its default value.</summary>
    public static ResultKind? KindOf(IOperation operation)
    {
        var member = operation switch
        {
            IInvocationOperation { TargetMethod: { IsStatic: true } method } => (ISymbol)method,
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => property,
            _ => null,
        };
        if (member is not null)
            return SymbolNames.IsHooksType(member.ContainingType, MetadataNames.HookResult) && Enum.TryParse<ResultKind>(member.Name, out var kind) ? kind : null;
        var isDefault = operation is IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true };
        return isDefault && SymbolNames.IsHooksType(operation.Type, MetadataNames.HookResult) ? ResultKind.Continue : null;
    }

    /// <summary>The operations of a body without those of lambdas and local functions in it.</summary>
    public static IEnumerable<IOperation> OwnOperations(IOperation body)
    {
        foreach (var child in body.ChildOperations)
        {
            if (child is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            yield return child;
            foreach (var inner in OwnOperations(child))
                yield return inner;
        }
    }

    private void Follow(IOperation value)
    {
        if (KindOf(value) is { } kind)
        {
            _all.Add(new(value, kind));
            return;
        }

        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                Follow(conversion.Operand);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } condition:
                Follow(condition.WhenTrue);
                Follow(otherwise);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    Follow(arm.Value);
                break;
            case ICoalesceOperation coalesce:
                Follow(coalesce.Value);
                Follow(coalesce.WhenNull);
                break;
            case ISimpleAssignmentOperation assignment:
                Follow(assignment.Value);
                break;
            case ILocalReferenceOperation local:
                FollowLocal(local.Local);
                break;
            case IThrowOperation:
                break;

            // default(ValueTask<HookResult>) is completed with the default answer; a null Task fails.
            case IDefaultValueOperation when value.Type is { IsValueType: true }:
                _all.Add(new(value, ResultKind.Continue));
                break;
            case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: { Name: "Task" or "ValueTask" } type } } call when SymbolNames.IsInTasks(type, call.SemanticModel!.Compilation.Assembly):
                Follow(call.Arguments[0].Value);
                break;
            case IObjectCreationOperation { Type: INamedTypeSymbol { Name: "ValueTask" } type, Arguments: [var argument] } creation when SymbolNames.IsInTasks(type, creation.SemanticModel!.Compilation.Assembly):
                Follow(argument.Value);
                break;
            default:
                AreAllKnown = false;
                break;
        }
    }

    private void FollowLocal(ILocalSymbol local)
    {
        if (!_followed.Add(local))
            return;
        var isRead = false;
        foreach (var operation in _body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol):
                    isRead = true;
                    if (declarator.GetVariableInitializer() is { } initializer)
                        Follow(initializer.Value);
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target.Local):
                    Follow(assignment.Value);
                    break;

                // Any other way to get a value: out and ref arguments, deconstruction, ??=.
                case ILocalReferenceOperation reference when Is(reference.Local) && IsWrittenOtherwise(reference):
                    AreAllKnown = false;
                    break;
            }
        }

        // A variable of a pattern or a loop.
        AreAllKnown &= isRead;

        bool Is(ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(other, local);
    }

    private static bool IsWrittenOtherwise(ILocalReferenceOperation reference) =>
        reference.IsDeclaration
        || reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } or ITupleOperation or ICoalesceAssignmentOperation
        || (reference.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } });
}

/// <summary>An expression that makes an answer.</summary>
internal readonly record struct Verdict(IOperation Operation, ResultKind Kind);
