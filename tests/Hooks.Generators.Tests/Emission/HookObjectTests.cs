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
}
