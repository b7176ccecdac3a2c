using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>A local, or a value that the flow graph keeps between two blocks.</summary>
internal readonly record struct FlowVariable(ILocalSymbol? Local, CaptureId? Capture);

/// <summary>Where a variable is given a value.</summary>
/// <param name="Operation">What does it.</param>
/// <param name="Value">The value; null where it cannot be told.</param>
internal readonly record struct FlowWrite(IOperation Operation, IOperation? Value);

/// <summary>Finds where the variables of a graph are written.</summary>
/// <param name="graph">The graph.</param>
internal sealed class FlowVariables(ControlFlowGraph graph)
{
    private Dictionary<CaptureId, ILocalSymbol>? _targets;
    private HashSet<ILocalSymbol>? _writtenElsewhere;

    /// <summary>How an operation, or one within it, writes a variable; null if it does not.</summary>
    public FlowWrite? FindWrite(IOperation operation, FlowVariable variable)
    {
        FlowWrite? found = null;
        foreach (var inner in operation.DescendantsAndSelf())
        {
            FlowWrite? write = inner switch
            {
                IFlowCaptureOperation capture when variable.Capture is { } id && capture.Id.Equals(id) => new(inner, capture.Value),
                ISimpleAssignmentOperation { IsRef: false } assignment when IsLocal(TargetOf(assignment.Target), variable) => new(inner, assignment.Value),
                ILocalReferenceOperation reference when IsLocal(reference.Local, variable) && IsWrittenOtherwise(reference) => new(inner, null),
                IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } when IsLocal(local, variable) => new(inner, null),
                IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } when IsLocal(local, variable) => new(inner, null),
                IListPatternOperation { DeclaredSymbol: ILocalSymbol local } when IsLocal(local, variable) => new(inner, null),
                _ => null,
            };
            if (write is null)
                continue;

            // Two in one expression: which comes last is not worth knowing.
            found = found is null ? write : new(operation, null);
        }

        return found;
    }

    /// <summary>Whether a lambda or a local function may write it, or a reference to it is kept.</summary>
    public bool IsWrittenElsewhere(FlowVariable variable) => variable.Local is { } local && (_writtenElsewhere ??= FindWrittenElsewhere()).Contains(local);

    /// <summary>Whether one of these regions writes it.</summary>
    public bool IsWrittenIn(ImmutableArray<ControlFlowRegion> regions, FlowVariable variable)
    {
        foreach (var region in regions)
        {
            for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
            {
                var block = graph.Blocks[ordinal];
                if (block.Operations.Any(operation => FindWrite(operation, variable) is not null) || (block.BranchValue is { } value && FindWrite(value, variable) is not null))
                    return true;
            }
        }

        return false;
    }

    // In "r = a ? b : c" the graph keeps r as a target before it chooses the value.
    private ILocalSymbol? TargetOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IFlowCaptureReferenceOperation capture => (_targets ??= FindTargets()).TryGetValue(capture.Id, out var local) ? local : null,
        _ => null,
    };

    private Dictionary<CaptureId, ILocalSymbol> FindTargets()
    {
        var targets = new Dictionary<CaptureId, ILocalSymbol>();
        foreach (var operation in graph.Blocks.SelectMany(block => block.Operations))
        {
            if (operation is IFlowCaptureOperation { Value: ILocalReferenceOperation local } capture)
                targets[capture.Id] = local.Local;
        }

        return targets;
    }

    private HashSet<ILocalSymbol> FindWrittenElsewhere()
    {
        var found = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in graph.OriginalOperation.Descendants())
        {
            if (operation is not ILocalReferenceOperation reference)
                continue;
            var isWritten = IsWrittenOtherwise(reference) || (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference);
            var isKept = reference.Parent is IAddressOfOperation or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } or ISimpleAssignmentOperation { IsRef: true };
            if (isKept || (isWritten && FunctionOf(operation) is { } function && !SymbolEqualityComparer.Default.Equals(function, reference.Local.ContainingSymbol)))
                found.Add(reference.Local);
        }

        return found;
    }

    private static IMethodSymbol? FunctionOf(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
            }
        }

        return null;
    }

    private static bool IsLocal(ILocalSymbol? local, FlowVariable variable) => local is not null && SymbolEqualityComparer.Default.Equals(local, variable.Local);

    private static bool IsWrittenOtherwise(ILocalReferenceOperation reference) =>
        reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } or ITupleOperation or ICoalesceAssignmentOperation or IDeclarationExpressionOperation;
}
