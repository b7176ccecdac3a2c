using System.Diagnostics.Metrics;
using System.Text;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Costs;

/// <summary>Fires through hooks that complete synchronously allocate nothing, on either path, through either entry.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class AllocationTests
{
    private static readonly Dictionary<string, string> Hook = new()
    {
        ["void"] = "public static void {0}(ToolCallContext call) => call.Attempt++;",
        ["result"] = "public static HookResult {0}(ToolCallContext call) {{ call.Attempt++; return HookResult.Continue; }}",
        ["modified"] = "public static HookResult {0}(ToolCallContext call) {{ call.Attempt++; return HookResult.Modified; }}",
        ["skipped"] = "public static HookResult {0}(ToolCallContext call) {{ call.Attempt++; return HookResult.Skipped; }}",
        ["instance"] = "public HookResult {0}(ToolCallContext call) {{ call.Attempt++; return HookResult.Continue; }}",
        ["valuetask"] = "public static ValueTask<HookResult> {0}(ToolCallContext call, CancellationToken token) {{ call.Attempt++; return default; }}",
        ["task"] = "public static Task {0}(ToolCallContext call) {{ call.Attempt++; return Task.CompletedTask; }}",
        ["waiting"] = "public static ValueTask {0}(ToolCallContext call) {{ call.Attempt++; return default; }}",
    };

    public static TheoryData<HookExecutionPath, string, int, string?> Chains()
    {
        var data = new TheoryData<HookExecutionPath, string, int, string?>();
        foreach (var path in Enum.GetValues<HookExecutionPath>())
        {
            foreach (var count in new[] { 0, 1, 10, 100 })
                data.Add(path, "result", count, null);
            data.Add(path, "result", 450, null);
            foreach (var kind in Hook.Keys.Where(kind => kind != "result"))
                data.Add(path, kind, 10, null);
            foreach (var tools in new[] { "bash", "edit|bash|@read", "b*", "*a?h", "edit" })
                data.Add(path, "result", 10, tools);
        }

        return data;
    }

    [Theory, MemberData(nameof(Chains))]
    public void A_fire_allocates_nothing(HookExecutionPath path, string kind, int count, string? tools)
    {
        var dispatcher = Program(kind, count, tools).CreateDispatcher(path);
        AssertFree(dispatcher, tools == "edit" ? 0 : count);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public void A_fire_that_somebody_listens_to_allocates_nothing(HookExecutionPath path)
    {
        var dispatcher = Program("result", 10, null).CreateDispatcher(path);
        var measured = 0;
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter.Name == "Hooks") self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => measured++);
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => measured++);
        listener.Start();
        AssertFree(dispatcher, 10);
        Assert.True(measured > 0);
    }

    [Fact]
    public void The_measurement_itself_sees_an_allocation()
    {
        var dispatcher = HookProgram.FromSource(
            "public static class Guards { [Hook(HookPoint.BeforeToolCall)] public static void Allocate(ToolCallContext call) => call.Result = new object(); }", SpecSource.Table)
            .CreateDispatcher(HookExecutionPath.Compiled);
        Assert.NotEqual(0, Allocated(new() { ToolName = "bash" }, call => dispatcher.BeforeToolCall(call)));
    }

    private static HookProgram Program(string kind, int count, string? tools)
    {
        var source = new StringBuilder("public sealed class Guards { ");
        for (var i = 0; i < count; i++)
            source.Append($"[Hook(HookPoint.BeforeToolCall{(tools is null ? string.Empty : $", Tools = \"{tools}\"")})] ").AppendFormat(Hook[kind], "M" + i).Append('\n');
        return HookProgram.FromSource(source.Append('}').ToString(), SpecSource.Table);
    }

    private static void AssertFree(HookDispatcher dispatcher, int hooks)
    {
        var context = new ToolCallContext { ToolName = "bash" };
        context.Attempt = 0;
        using var caller = new CancellationTokenSource();
        var token = caller.Token;
        Assert.Equal(0, Allocated(context, call => _ = dispatcher.BeforeToolCallAsync(call, token).Result));
        Assert.Equal(0, Allocated(context, call => _ = dispatcher.FireAsync(HookPoint.BeforeToolCall, call, token).Result));
        var fires = 2 * Rounds * 2;
        if (dispatcher.IsSynchronous(HookPoint.BeforeToolCall))
        {
            Assert.Equal(0, Allocated(context, call => dispatcher.BeforeToolCall(call, token)));
            fires += Rounds * 2;
        }

        // The hooks ran, each in every fire.
        Assert.Equal(fires * hooks, context.Attempt);
    }

    private const int Rounds = 200;

    private static long Allocated(ToolCallContext context, Action<ToolCallContext> fire)
    {
        for (var i = 0; i < Rounds; i++)
            fire(context);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
            fire(context);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
