using Hooks.Benchmarks.Measuring;
using Microsoft.Extensions.AI;

namespace Hooks.Benchmarks.Pipelines;

/// <content>The same function as a tool of an MCP server.</content>
internal static partial class PipelineGroup
{
    static partial void AddMcp(List<Variant> rows, AIFunction tool) => rows.AddRange(
    [
        new Variant<Mcp>("MCP server's tool alone", new(new(tool, 0))) { Baseline = Direct, AllocatesNothing = false },
        new Variant<Mcp>("MCP server's tool behind three filters", new(new(tool, 3))) { Calls = 3, Baseline = Direct, AllocatesNothing = false },
    ]);

    private readonly struct Mcp(McpFilterChain chain) : IFire
    {
        public HookResult Fire() => Now(chain.CallAsync()).IsError == true ? HookResult.Skipped : default;
    }
}
