using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Guards;
using Hooks.Benchmarks.Hooked;
using Hooks.Benchmarks.Measuring;
using Hooks.Extensions.AI;
using Microsoft.Extensions.AI;

[assembly: Hooks.ExcludeHooks("Hooks.Benchmarks.Guards")]

namespace Hooks.Benchmarks.Pipelines;

/// <summary>A tool call with three hooks around it, beside the bare function and beside three filters of an MCP server.</summary>
internal static partial class PipelineGroup
{
    private const string Direct = "the function alone";

    public static Group Working { get; } = Make("pipeline-20us", "A tool that takes 20 µs, three hooks around it", 20, Budget.Times(1.05));

    public static Group Idle { get; } = Make("pipeline-0", "The same around a tool that does nothing (stated)", 0, null);

    private static Group Make(string name, string title, double microseconds, Budget? budget) => new FiringGroup(name, title, () =>
    {
        var tool = new MeasuredTool(microseconds);
        var hooks = GuardsTable.CreateDispatcher();
        List<Variant> rows =
        [
            new Variant<Function>(Direct, new(tool)) { AllocatesNothing = false },
            new Variant<Function>("function.WithHooks", new(tool.WithHooks(hooks))) { Calls = 3, Baseline = Direct, Budget = budget, AllocatesNothing = false },
            new Variant<Pipeline>("InvokeToolAsync", new(hooks, tool)) { Calls = 3, Baseline = Direct, Budget = budget, AllocatesNothing = false },
        ];
        AddMcp(rows, tool);
        return rows;
    })
    {
        IsJitOnly = true,
    };

    /// <summary>Rows of a package that the native binary does without.</summary>
    static partial void AddMcp(List<Variant> rows, AIFunction tool);

    private static T Now<T>(ValueTask<T> call)
    {
        var result = call.IsCompletedSuccessfully ? call.Result : throw new InvalidOperationException("A call that should be complete is not.");
        Calls.Count += ThreeGuards.TakeCount();
        return result;
    }

    // Arguments are made for every call, as a client makes them from a model's answer.
    private readonly struct Function(AIFunction function) : IFire
    {
        public HookResult Fire() => Now(function.InvokeAsync(new() { ["path"] = "README.md" })) is not null ? default : HookResult.Skipped;
    }

    private readonly struct Pipeline(HookDispatcher dispatcher, AIFunction function) : IFire
    {
        public HookResult Fire()
        {
            var call = new ToolCallContext { ToolName = function.Name, Arguments = new() { ["path"] = "README.md" } };
            var inner = function;
            call = Now(dispatcher.InvokeToolAsync(call, (attempt, token) => inner.InvokeAsync(new() { ["path"] = attempt.Arguments["path"] }, token)));
            return call.Outcome == ToolCallOutcome.Succeeded ? default : HookResult.Skipped;
        }
    }
}
