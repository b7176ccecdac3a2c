using System.Diagnostics.Metrics;
using Hooks.Dispatch.Tests.Costs;
using Hooks.TestKit;

namespace Hooks.Dispatch.Tests.Failures;

/// <summary>Whoever is told of a failure cannot make it worse: by firing points, or by throwing.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class ReporterTests
{
    private const string Source = """
        namespace Acme;
        [HookTable] public sealed partial class AgentHooks;
        public static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)] public static HookResult Broken(ToolCallContext call) => throw new InvalidOperationException();
            [Hook(HookPoint.ErrorOccurred)] public static void AlsoBroken(ErrorContext error) => throw new InvalidOperationException();
            [Hook(HookPoint.ToolValidation)] public static HookResult Fine(ToolCallContext call) => HookResult.Modified;
        }
        """;

    [Theory]
    [InlineData(HookExecutionPath.Compiled)]
    [InlineData(HookExecutionPath.General)]
    public async Task A_reporter_that_fires_a_broken_point_ends(HookExecutionPath path)
    {
        using var program = HookCompilation.Library(Source).Generate().Load();
        HookDispatcher? dispatcher = null;
        var reports = 0;
        dispatcher = Create(program, new()
        {
            ExecutionPath = path,
            OnReport = report =>
            {
                reports++;
                dispatcher!.ErrorOccurred(new ErrorContext { Message = report.Message });
            },
        });

        Assert.True((await dispatcher.BeforeToolCallAsync(new ToolCallContext { ToolName = "x" })).IsCancel);
        Assert.InRange(reports, 2, HookDispatcher.MaxDepth);
    }

    [Theory]
    [InlineData(HookExecutionPath.Compiled)]
    [InlineData(HookExecutionPath.General)]
    public async Task A_listener_that_throws_neither_denies_nor_leaks(HookExecutionPath path)
    {
        using var program = HookCompilation.Library(Source).Generate().Load();
        var dispatcher = Create(program, new() { ExecutionPath = path });
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Hooks")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("exporter down"));
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("exporter down"));
        listener.Start();

        for (var i = 0; i < 2 * HookDispatcher.MaxDepth; i++)
        {
            Assert.True((await dispatcher.BeforeToolCallAsync(new ToolCallContext { ToolName = "x" })).IsCancel);
            Assert.True((await dispatcher.ToolValidationAsync(new ToolCallContext { ToolName = "x" })).IsModified);
        }
    }

    private static HookDispatcher Create(LoadedProgram program, HookDispatcherOptions options) =>
        new((HookTable)Activator.CreateInstance(program.Assembly.GetType("Acme.AgentHooks")!)!, options);
}
