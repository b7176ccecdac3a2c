using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Hooks.Analyzers.Finding;

/// <summary>A place in a control flow graph.</summary>
/// <param name="Block">The block.</param>
/// <param name="Index">The operation in it; as many as there are for the value with which the block ends.</param>
internal readonly record struct FlowPlace(BasicBlock Block, int Index)
{
    /// <summary>Behind everything that a block does.</summary>
    public static FlowPlace EndOf(BasicBlock block) => new(block, block.Operations.Length + 1);

    /// <summary>What happens here; null behind the end.</summary>
    public IOperation? Operation => Index < Block.Operations.Length ? Block.Operations[Index] : Index == Block.Operations.Length ? Block.BranchValue : null;
}
