using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// What a method returns, followed back along its control flow from every return to where the answer is made. It
/// knows which of a variable's values reaches a return, and on which paths.
/// </summary>
internal sealed class AnswerFlow
{
    private readonly FlowVariables _variables;
    private readonly IAssemblySymbol _assembly;
    private readonly IMethodSymbol[] _within;
    private readonly List<Answer> _answers = [];
    private readonly HashSet<(FlowVariable Variable, int Block, int Index)> _followed = [];

    private AnswerFlow(ControlFlowGraph graph, IAssemblySymbol assembly, IMethodSymbol[] within)
    {
        Graph = graph;
        _assembly = assembly;
        _within = within;
        _variables = new(graph);
        foreach (var block in graph.Blocks)
        {
            if (block is { FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return, BranchValue: { } value })
            {
                _followed.Clear();
                var place = new FlowPlace(block, block.Operations.Length);
                Follow(value, place, place);
            }
        }
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>Everything that is returned, by return and in no particular order.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>Follows the returns of a method's body.</summary>
    public static AnswerFlow Of(IMethodBodyOperation body, IAssemblySymbol assembly, CancellationToken cancellationToken) =>
        new(ControlFlowGraph.Create(body, cancellationToken), assembly, []);

    private void Follow(IOperation value, FlowPlace at, FlowPlace returned)
    {
        if (Verdicts.KindOf(value) is { } kind)
        {
            _answers.Add(new(value, kind, at, returned));
            return;
        }

        switch (value)
        {
            case IFlowCaptureReferenceOperation capture:
                FollowBack(new(null, capture.Id), at, returned);
                break;
            case ILocalReferenceOperation local:
                FollowBack(new(local.Local, null), at, returned);
                break;
            case IConversionOperation { OperatorMethod: null } conversion:
                Follow(conversion.Operand, at, returned);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                Follow(assignment.Value, at, returned);
                break;
            case IAwaitOperation awaited:
                Follow(awaited.Operation, at, returned);
                break;
            case IObjectCreationOperation { Arguments: [var argument] } creation when IsTask(creation.Type):
                Follow(argument.Value, at, returned);
                break;
            case IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true } when IsTask(value.Type) && value.Type is { IsValueType: true }:
                _answers.Add(new(value, ResultKind.Continue, at, returned));
                break;

            // No answer at all: a null task is a failure, and a null HookResult? is replaced before it is returned.
            case { ConstantValue: { HasValue: true, Value: null } }:
            case IDefaultValueOperation { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }:
                break;
            case IInvocationOperation call:
                FollowCall(call, at, returned);
                break;
            default:
                _answers.Add(new(value, null, at, returned));
                break;
        }
    }

    private void FollowCall(IInvocationOperation call, FlowPlace at, FlowPlace returned)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "FromResult" when IsTask(method.ContainingType):
                Follow(call.Arguments[0].Value, at, returned);
                break;
            case "FromException" or "FromCanceled" when IsTask(method.ContainingType):
                break;
            case "ConfigureAwait" or "AsTask" or "Preserve" when call.Instance is { } task && IsTask(method.ContainingType):
                Follow(task, at, returned);
                break;
            case "GetValueOrDefault" when call is { Instance: { } nullable, Arguments.IsEmpty: true } && method.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T:
                Follow(nullable, at, returned);
                break;
            default:
                if (GraphOf(method.OriginalDefinition) is { } function)
                    _answers.AddRange(new AnswerFlow(function, _assembly, [.. _within, method.OriginalDefinition]).Answers.Select(answer => answer with { Chosen = at, Returned = returned }));
                else
                    _answers.Add(new(call, null, at, returned));
                break;
        }
    }

    // Of a local function that is not being followed already; while someone types it may be called where it is not in scope.
    private ControlFlowGraph? GraphOf(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.LocalFunction || _within.Contains(method, SymbolEqualityComparer.Default))
            return null;
        for (var graph = Graph; graph is not null; graph = graph.Parent)
        {
            if (graph.LocalFunctions.Contains(method))
                return graph.GetLocalFunctionControlFlowGraph(method);
        }

        return null;
    }

    // Goes back to every place that may have given the variable the value that it has here.
    private void FollowBack(FlowVariable variable, FlowPlace from, FlowPlace returned)
    {
        for (var index = from.Index - 1; index >= 0; index--)
        {
            var at = new FlowPlace(from.Block, index);
            if (at.Operation is not { } operation || _variables.FindWrite(operation, variable) is not { } write)
                continue;
            if (!_followed.Add((variable, at.Block.Ordinal, index)))
                return;
            if (write.Value is { } value && !_variables.IsWrittenElsewhere(variable))
                Follow(value, at, returned);
            else
                _answers.Add(new(write.Operation, null, at, returned));
            return;
        }

        // The entry, or a handler, which is reached from anywhere in its try.
        if (from.Block.Predecessors.IsEmpty)
            _answers.Add(new(returned.Operation!, null, returned, returned));
        foreach (var branch in from.Block.Predecessors)
        {
            if (!_followed.Add((variable, branch.Source.Ordinal, -1)))
                continue;
            if (_variables.IsWrittenIn(branch.FinallyRegions, variable))
                _answers.Add(new(returned.Operation!, null, returned, returned));
            else
                FollowBack(variable, FlowPlace.EndOf(branch.Source), returned);
        }
    }

    private bool IsTask(ITypeSymbol? type) => SymbolNames.IsTask(type, _assembly);
}
