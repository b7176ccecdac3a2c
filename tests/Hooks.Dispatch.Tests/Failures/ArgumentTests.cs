using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Failures;

/// <summary>Asynchronous entries never throw before they return; synchronous ones throw as usual.</summary>
public sealed class ArgumentTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_missing_context_is_an_argument_error_and_comes_with_the_task(HookExecutionPath path)
    {
        await using var dispatcher = Create(path);
        await Assert.ThrowsAnyAsync<ArgumentException>(dispatcher.BeforeToolCallAsync(null!).AsTask);
        await Assert.ThrowsAnyAsync<ArgumentException>(dispatcher.AfterToolCallAsync(null!).AsTask);
        await Assert.ThrowsAnyAsync<ArgumentException>(dispatcher.FireAsync(HookPoint.BeforeToolCall, null!).AsTask);
        await Assert.ThrowsAnyAsync<ArgumentException>(dispatcher.FireAsync<DeployContext>(null!).AsTask);
        Assert.ThrowsAny<ArgumentException>(() => dispatcher.BeforeToolCall(null!));
        Assert.ThrowsAny<ArgumentException>(() => dispatcher.AfterToolCall(null!));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_context_of_another_point_is_an_argument_error_that_names_both(HookExecutionPath path)
    {
        await using var dispatcher = Create(path);
        var error = await Assert.ThrowsAsync<ArgumentException>(dispatcher.FireAsync(HookPoint.BeforeToolCall, new SessionContext()).AsTask);
        Assert.Contains(nameof(ToolCallContext), error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(SessionContext), error.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task An_unknown_point_is_an_argument_error(HookExecutionPath path)
    {
        await using var dispatcher = Create(path);
        await Assert.ThrowsAnyAsync<ArgumentException>(dispatcher.FireAsync((HookPoint)999, new SessionContext()).AsTask);
        await Assert.ThrowsAnyAsync<ArgumentException>(dispatcher.FireAsync(0, new SessionContext()).AsTask);
        Assert.Throws<ArgumentOutOfRangeException>(() => dispatcher.HasHooks((HookPoint)999));
        Assert.Throws<ArgumentOutOfRangeException>(() => dispatcher.ShouldFire(default));
        Assert.Throws<ArgumentOutOfRangeException>(() => dispatcher.IsSynchronous((HookPoint)(-1)));
    }

    [Theory, ClassData(typeof(BothPaths))]
    public async Task A_matcher_that_throws_is_a_failure_of_its_hook(HookExecutionPath path)
    {
        using var program = Hooks.TestKit.HookCompilation.Library("""
            namespace Acme;
            [HookTable] public sealed partial class AgentHooks;
            [HookPoint("odd", Blocking = true)] public sealed class OddContext : CustomHookContext { public string ToolName => throw new InvalidOperationException(); }
            public static class Odd
            {
                [Hook<OddContext>(Name = "a", Tools = "bash")] public static HookResult A(OddContext odd) => default;
                public static ValueTask<HookResult> Fire(HookDispatcher dispatcher) => dispatcher.FireAsync(new OddContext());
            }
            """).Generate().Load();
        var reports = new List<HookReport>();
        var table = (HookTable)Activator.CreateInstance(program.Assembly.GetType("Acme.AgentHooks")!)!;
        await using var dispatcher = new HookDispatcher(table, new() { ExecutionPath = path, OnReport = reports.Add });
        var verdict = await (ValueTask<HookResult>)program.Call("Acme.Odd", "Fire", dispatcher)!;
        Assert.True(verdict.IsCancel);
        Assert.Equal("a", Assert.Single(reports).Hook!.Name);
    }

    [Fact]
    public void A_tool_call_without_a_tool_cannot_be_made()
    {
        Assert.Throws<ArgumentNullException>(() => new ToolCallContext { ToolName = null! });
        Assert.Throws<ArgumentNullException>(() => new PermissionContext { ToolName = null! });
    }

    [Theory, ClassData(typeof(EveryWay))]
    public async Task A_reporter_that_throws_opens_no_guard(Way way)
    {
        await using var dispatcher = HookProgram.Of("a", "b").CreateDispatcher(new HookDispatcherOptions { ExecutionPath = way.Path(), OnReport = _ => throw new InvalidDataException() });
        var context = PointSpec.BeforeToolCall.NewContext();
        var script = new HookScript();
        script.Does("a", _ => throw new InvalidOperationException());
        script.PutInto(context);
        var verdict = way.IsSync() ? dispatcher.Fire(PointSpec.BeforeToolCall, context, default) : await dispatcher.FireAsync(PointSpec.BeforeToolCall, context, default);
        Assert.True(verdict.IsCancel);
        Assert.Equal(["a"], script.Ran);
    }

    private static HookDispatcher Create(HookExecutionPath path) =>
        HookProgram.Of("a", new HookSpec("b") { Point = PointSpec.AfterToolCall, Shape = Shape.Void }, new HookSpec("c") { Point = PointSpec.Deploy })
            .CreateDispatcher(new HookDispatcherOptions { ExecutionPath = path });
}
