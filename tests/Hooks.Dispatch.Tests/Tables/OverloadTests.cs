using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tables;

/// <summary>A hook whose parameter is a base of the point's context is the method that carries the attribute, not a better overload.</summary>
public sealed class OverloadTests
{
    [Theory, ClassData(typeof(BothPaths))]
    public async Task The_method_with_the_attribute_is_called(HookExecutionPath path)
    {
        var program = HookProgram.FromSource("""
            public sealed class Guards
            {
                [Hook(HookPoint.BeforeToolCall)] public static HookResult Run(HookContext context) { context.AddContext("hook"); return default; }
                public static HookResult Run(ToolCallContext call) { call.AddContext("overload"); return default; }
                public static HookResult Run<T>(T call) where T : HookContext { call.AddContext("generic"); return default; }
                [Hook(HookPoint.BeforeToolCall)] public void Note(HookContext context) => context.AddContext("note");
                public void Note(ToolCallContext call, params object[] more) => call.AddContext("overload");
                public void Note(ToolCallContext call) => call.AddContext("overload");
            }
            """, SpecSource.Table);
        await using var dispatcher = program.CreateDispatcher(path);
        var call = new ToolCallContext { ToolName = "bash" };
        await dispatcher.BeforeToolCallAsync(call);
        dispatcher.BeforeToolCall(call);
        Assert.Equal(["note", "hook", "note", "hook"], call.AddedContext);
    }
}
