using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Hooks.Analyzers.Finding;

/// <summary>What may run after a place.</summary>
internal sealed class FlowReach
{
    private readonly FlowPlace _start;
    private readonly HashSet<int> _blocks = [];

    private FlowReach(FlowPlace start) => _start = start;

    /// <summary>Looks at what follows a place.</summary>
    /// <param name="start">The place.</param>
    /// <param name="graph">The graph that it is in.</param>
    /// <param name="throughFailures">Whether an exception may leave any block that is in a try.</param>
    public static FlowReach From(FlowPlace start, ControlFlowGraph graph, bool throughFailures)
    {
        var reach = new FlowReach(start);
        var open = new Stack<BasicBlock>();
        Open(start.Block);
        while (open.Count > 0)
        {
            var block = open.Pop();
            if (reach._blocks.Add(block.Ordinal))
                Open(block);
        }

        return reach;

        void Open(BasicBlock block)
        {
            if (block.FallThroughSuccessor?.Destination is { } next)
                open.Push(next);
            if (block.ConditionalSuccessor?.Destination is { } other)
                open.Push(other);
            if (throughFailures)
            {
                foreach (var handler in HandlersOf(block))
                    open.Push(graph.Blocks[handler.FirstBlockOrdinal]);
            }
        }
    }

    public bool Contains(FlowPlace place) =>
        _blocks.Contains(place.Block.Ordinal) || (place.Block.Ordinal == _start.Block.Ordinal && place.Index > _start.Index);

    private static IEnumerable<ControlFlowRegion> HandlersOf(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } whole })
                continue;
            foreach (var handler in whole.NestedRegions)
            {
                if (handler.Kind != ControlFlowRegionKind.Try)
                    yield return handler;
            }
        }
    }
}
