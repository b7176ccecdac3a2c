using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>Says what expressions of one body reach from its context, through members, indexers, casts, patterns and locals; nothing if the parameter is given another context.</summary>
internal sealed class ContextPaths
{
    private readonly IParameterSymbol _context;
    private readonly Dictionary<ILocalSymbol, ContextPath?> _locals = new(SymbolEqualityComparer.Default);
    private readonly bool _isReplaced;

    public ContextPaths(IOperation body, IParameterSymbol context)
    {
        _context = context;
        _isReplaced = body.DescendantsAndSelf().Any(operation => operation is IAssignmentOperation { Target: IParameterReferenceOperation target } && IsContext(target));
        foreach (var operation in body.DescendantsAndSelf())
            FindLocals(operation);
    }

    /// <summary>What an expression reaches; null if it does not lead to data of the context.</summary>
    public ContextPath? Of(IOperation? operation) => operation switch
    {
        IParameterReferenceOperation parameter => IsContext(parameter) && !_isReplaced ? ContextPath.Context : null,
        ILocalReferenceOperation local => _locals.TryGetValue(local.Local, out var path) ? path : null,
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        ICoalesceOperation coalesce => Of(coalesce.Value),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance => Of(AccessedBy(instance)),
        IPropertyReferenceOperation { Instance: { } instance } property => Step(Of(instance), property.Property, property.Arguments),
        IFieldReferenceOperation { Instance: { } instance } field => Step(Of(instance), field.Field, []),
        IArrayElementReferenceOperation element => Of(element.ArrayReference) is { Depth: > 0 } path ? path with { Depth = path.Depth + 1 } : null,
        _ => null,
    };

    private bool IsContext(IParameterReferenceOperation parameter) => SymbolEqualityComparer.Default.Equals(parameter.Parameter, _context);

    private static ContextPath? Step(ContextPath? path, ISymbol member, IReadOnlyList<IArgumentOperation> arguments)
    {
        if (path is null)
            return null;
        if (path.Depth == 0)
            return SymbolNames.IsHooksType(member.ContainingType, MetadataNames.HookContext) ? null : new(member, null, 1);
        return path with
        {
            Key = path.Depth == 1 && arguments is [{ Value.ConstantValue: { HasValue: true, Value: string key } }] ? key : path.Key,
            Depth = path.Depth + 1,
        };
    }

    private static IOperation? AccessedBy(IConditionalAccessInstanceOperation instance)
    {
        IOperation inner = instance;
        for (var outer = instance.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access.Operation;
        }

        return null;
    }

    private void FindLocals(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Learn(declarator.Symbol, Of(initializer.Value));
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment:
                Learn(local.Local, Of(assignment.Value));
                break;
            case IIsPatternOperation match when Of(match.Value) is { } path:
                LearnPattern(match.Pattern, path);
                break;
            case ISwitchOperation choice when Of(choice.Value) is { } path:
                foreach (var clause in choice.Cases.SelectMany(section => section.Clauses).OfType<IPatternCaseClauseOperation>())
                    LearnPattern(clause.Pattern, path);
                break;
            case ISwitchExpressionOperation choice when Of(choice.Value) is { } path:
                foreach (var arm in choice.Arms)
                    LearnPattern(arm.Pattern, path);
                break;

            // arguments.TryGetArguments("target", out var target) hands out what is within.
            case IInvocationOperation { Instance: { } instance } call when Of(instance) is { Depth: > 0 } path:
                foreach (var argument in call.Arguments)
                {
                    if (argument is { Parameter.RefKind: RefKind.Out, Value: IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } })
                        Learn(local.Local, path with { Depth = path.Depth + 1 });
                }

                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation loop } each when Of(each.Collection) is { Depth: > 0 } path:
                Learn(loop.Symbol, path with { Depth = path.Depth + 1 });
                break;
        }
    }

    private void LearnPattern(IPatternOperation pattern, ContextPath path)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Learn(local, path);
                break;
            case INegatedPatternOperation negated:
                LearnPattern(negated.Pattern, path);
                break;
            case IBinaryPatternOperation both:
                LearnPattern(both.LeftPattern, path);
                LearnPattern(both.RightPattern, path);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is ILocalSymbol whole)
                    Learn(whole, path);
                foreach (var property in recursive.PropertySubpatterns)
                {
                    if (property.Member is IMemberReferenceOperation { Member: var member } && Step(path, member, []) is { } inner)
                        LearnPattern(property.Pattern, inner);
                }

                break;
        }
    }

    // A local that holds something else on another path is not followed, nor is a copy of a struct.
    private void Learn(ILocalSymbol local, ContextPath? path) =>
        _locals[local] = local.Type.IsValueType || (_locals.TryGetValue(local, out var known) && known != path) ? null : path;
}
