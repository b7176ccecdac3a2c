namespace Hooks.Generators.Tests.Emission;

/// <summary>Where the objects of instance hooks come from, in the less usual places.</summary>
public sealed class HookObjectTests
{
    [Fact]
    public void Hooks_of_the_table_s_own_class_are_called_on_the_table()
    {
        using var program = HookCompilation.Program("""
            using Acme;
            var dispatcher = AgentHooks.CreateDispatcher();
            Console.WriteLine(await dispatcher.BeforeToolCallAsync(new ToolCallContext { ToolName = "x" }));
            """, """
            namespace Acme;
            [HookTable]
            internal sealed partial class AgentHooks
            {
                private int _calls;
                [Hook(HookPoint.BeforeToolCall)] public HookResult Count(ToolCallContext call) => HookResult.Cancel($"call {++_calls}");
            }
            """).Generate().Load();

        Assert.Equal("Cancel: call 1", program.RunMain().Trim());
    }

    [Fact]
    public void A_class_that_only_its_own_assembly_can_make_is_asked_for_elsewhere()
    {
        var library = (HookCompilation.Library("""
            namespace Acme;
            public class Guard
            {
                internal Guard() { }
                public static Guard Create() => new();
                [Hook(HookPoint.BeforeToolCall)] public HookResult Check(ToolCallContext call) => HookResult.Cancel("no");
            }
            """) with { AssemblyName = "Acme.Guards" }).Compile();
        using var program = HookCompilation.Program("""
            var dispatcher = Acme.Agent.GeneratedHooks.CreateDispatcher(Acme.Guard.Create());
            Console.WriteLine(await dispatcher.BeforeToolCallAsync(new ToolCallContext { ToolName = "x" }));
            """).WithLibraries(library).Generate().Load();

        Assert.Equal("Cancel: no", program.RunMain().Trim());
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("public")]
    public void A_table_that_asks_for_objects_is_not_made_without_them(string accessibility)
    {
        var library = (HookCompilation.Library($$"""
            namespace Acme;
            [HookTable]
            {{accessibility}} sealed partial class AgentHooks
            {
                [Hook(HookPoint.BeforeToolCall)] public HookResult Own(ToolCallContext call) => HookResult.Cancel("own");
            }
            {{accessibility}} sealed class Budget(string limit)
            {
                [Hook(HookPoint.BeforeTurn)] public HookResult Check(TurnContext turn) => HookResult.Cancel(limit);
            }
            public static class Known
            {
                public static object Budget { get; } = new Budget("spent");
                public static object Hooks { get; } = new AgentHooks((Budget)Budget);
            }
            """) with { AssemblyName = "Acme.Guards" }).Compile();
        using var program = HookCompilation.Program("""
            var dispatcher = Acme.Agent.GeneratedHooks.CreateDispatcher(new Services());
            Console.WriteLine(await dispatcher.BeforeToolCallAsync(new ToolCallContext { ToolName = "x" }));
            Console.WriteLine(await dispatcher.BeforeTurnAsync(new TurnContext()));

            class Services : IServiceProvider
            {
                public object? GetService(Type type) => type.Name == "Budget" ? Acme.Known.Budget : type.Name == "AgentHooks" ? Acme.Known.Hooks : null;
            }
            """).WithLibraries(library).Generate().Load();

        Assert.Equal("Cancel: own\nCancel: spent", program.RunMain().Trim().ReplaceLineEndings("\n"));
    }
}
