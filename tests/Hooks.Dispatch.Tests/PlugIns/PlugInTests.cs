using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.PlugIns;

/// <summary>Tables of plug-ins that were unknown at compile time, added while the program runs.</summary>
public sealed class PlugInTests
{
    private static readonly HookProgram Host = Plug("Host", new HookSpec("M1") { Name = "h-5", Priority = -5 }, "h0", new HookSpec("h5") { Priority = 5 });

    private static readonly HookProgram One = Plug(
        "Plug.One", new HookSpec("one0") { Type = "A.Early" }, new HookSpec("one5") { Priority = 5, Type = "A.Early" }, new HookSpec("M") { Name = "one-6", Priority = -6 },
        new HookSpec("oneDeploy") { Point = PointSpec.Deploy, Priority = 1 }, new HookSpec("oneError") { Point = PointSpec.ToolError });

    private static readonly HookProgram Two = Plug(
        "Plug.Two", new HookSpec("two0") { Shape = Shape.ValueTaskOfResult, Type = "A.Early" }, new HookSpec("twoDeploy") { Point = PointSpec.Deploy }, new HookSpec("twoDone") { Point = PointSpec.Deployed, Shape = Shape.Void });

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Hooks_merge_by_priority_and_ties_in_the_order_of_adding(HookExecutionPath path)
    {
        await using var dispatcher = Host.CreateDispatcher(path);
        dispatcher.Add(Two.CreateTable());
        dispatcher.Add(One.CreateTable());
        Assert.Equal("one-6 h-5 h0 two0 one0 h5 one5", await RunAsync(dispatcher, PointSpec.BeforeToolCall));
        Assert.Equal("oneError", await RunAsync(dispatcher, PointSpec.ToolError));
        Assert.Equal("twoDeploy oneDeploy", await RunAsync(dispatcher, PointSpec.Deploy));
        Assert.Equal("twoDone", await RunAsync(dispatcher, PointSpec.Deployed));
        Assert.True(dispatcher.HasHooks(HookPoint.ToolError));
        Assert.True(dispatcher.HasHooks<DeployContext>());
        Assert.False(dispatcher.IsSynchronous(HookPoint.BeforeToolCall));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Custom_points_of_the_program_itself_are_joined(HookExecutionPath path)
    {
        await using var dispatcher = Two.CreateDispatcher(path);
        dispatcher.Add(One.CreateTable());
        Assert.Equal("twoDeploy oneDeploy", await RunAsync(dispatcher, PointSpec.Deploy));
        Assert.Equal("twoDone", await RunAsync(dispatcher, PointSpec.Deployed));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Verdicts_and_failures_work_across_tables(HookExecutionPath path)
    {
        var reports = new List<HookReport>();
        await using var dispatcher = Host.CreateDispatcher(path, reports.Add);
        dispatcher.Add(One.CreateTable());
        var context = PointSpec.BeforeToolCall.NewContext();
        var script = new HookScript();
        script.Does("h-5", _ => new(HookResult.Replace(1)));
        script.Does("one0", _ => throw new InvalidDataException());
        script.PutInto(context);
        var verdict = dispatcher.BeforeToolCall((ToolCallContext)context);
        Assert.True(verdict.IsCancel);
        Assert.Equal("one0", context.DecidedBy?.Name);
        Assert.Equal("Plug.One", Assert.Single(reports).Hook!.Assembly);
    }

    [Fact]
    public async Task A_hook_whose_name_is_taken_at_its_point_is_refused_and_named()
    {
        var program = Plug("Plug.Three", "h0");
        await using var dispatcher = Host.CreateDispatcher(HookExecutionPath.Compiled);
        var table = program.CreateTable();
        var error = Assert.Throws<InvalidOperationException>(() => dispatcher.Add(table));
        Assert.Contains("BeforeToolCall has a hook named 'h0' already", error.Message, StringComparison.Ordinal);
        Assert.Contains("Plug.Three", error.Message, StringComparison.Ordinal);
        Assert.Single(dispatcher.GetHooks(), hook => hook.Hook.Name == "h0");

        await using var other = One.CreateDispatcher(HookExecutionPath.Compiled);
        other.Add(table);
        Assert.Single(other.GetHooks(), hook => hook.Hook.Name == "h0");
    }

    [Fact]
    public async Task An_assembly_that_is_in_already_is_refused_and_named()
    {
        await using var dispatcher = Host.CreateDispatcher(HookExecutionPath.Compiled);
        dispatcher.Add(One.CreateTable());
        var again = One.CreateTable();
        Assert.Contains("'Plug.One'", Assert.Throws<InvalidOperationException>(() => dispatcher.Add(again)).Message, StringComparison.Ordinal);
        Assert.Equal("one-6 h-5 h0 one0 h5 one5", await RunAsync(dispatcher, PointSpec.BeforeToolCall));

        // A table that was refused is still free.
        await using var other = Host.CreateDispatcher(HookExecutionPath.Compiled);
        other.Add(again);
    }

    [Fact]
    public async Task An_assembly_that_was_merged_at_compile_time_is_refused_too()
    {
        var library = Plug("Acme.Library", new HookSpec("lib"));
        var host = HookProgram.Compile("Acme.Host", ["namespace Acme.Host; [HookTable] public sealed partial class HostHooks;"], library.Image);
        await using var dispatcher = host.CreateDispatcher(HookExecutionPath.Compiled);
        Assert.Equal("lib", await RunAsync(dispatcher, PointSpec.BeforeToolCall));
        Assert.Contains("'Acme.Library'", Assert.Throws<InvalidOperationException>(() => dispatcher.Add(library.CreateTable())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_of_an_added_table_are_disposed_with_the_dispatcher()
    {
        var plugIn = HookProgram.Compile("Plug.Disposable", [
            """
            namespace Plug;
            public sealed class Watch : IDisposable
            {
                public static bool IsDisposed;
                [Hook(HookPoint.SessionEnd)] public void End(SessionContext session) { }
                public void Dispose() => IsDisposed = true;
            }
            """,
            SpecSource.Table,
        ]);
        var dispatcher = Host.CreateDispatcher(HookExecutionPath.Compiled);
        dispatcher.Add(plugIn.CreateTable());
        await dispatcher.DisposeAsync();
        Assert.Equal(true, plugIn.Type("Plug.Watch").GetField("IsDisposed")!.GetValue(null));
    }

    private static HookProgram Plug(string assembly, params HookSpec[] hooks) => HookProgram.Compile(assembly, SpecSource.Write(hooks));

    private static async Task<string> RunAsync(HookDispatcher dispatcher, PointSpec point)
    {
        var context = point.NewContext();
        var script = new HookScript();
        script.PutInto(context);
        Assert.True((await dispatcher.FireAsync(point, context, default)).IsContinue);
        return string.Join(" ", script.Ran);
    }
}
