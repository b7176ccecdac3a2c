namespace Hooks.Generators.Tests.Emission;

/// <summary>Names of the user's that could meet those of what is emitted do no harm.</summary>
public sealed class AwkwardNamesTests
{
    public static TheoryData<string, string> Namespaces() => new()
    {
        { "Acme.Hooks", "" },
        { "Something.Hooks.Generators", "" },
        { "Hooks.Acme", "" },
        { "Acme", "public sealed class Hooks { }" },
        { "Acme", "public static class HookResult { } public static class System { } public class Task { public static Task CompletedTask => new(); }" },
        { "Acme.System", "" },
        { "@class.@event", "" },
        { "Ünïcode.Größe", "" },
    };

    [Theory, MemberData(nameof(Namespaces))]
    public void Names_around_it_do_no_harm(string space, string also)
    {
        // Sources say global:: where the case itself shadows a name; what is tested is what is emitted.
        var source = Strict.Everything.Replace("HookResult", "global::Hooks.HookResult", StringComparison.Ordinal)
            .Replace("Task", "global::System.Threading.Tasks.Task", StringComparison.Ordinal)
            .Replace("Valueglobal::System.Threading.Tasks.Task", "global::System.Threading.Tasks.ValueTask", StringComparison.Ordinal);
        Strict.Compiles($"namespace {space} {{ {source} {also} {Strict.Table} }}");
        Program($"namespace {space} {{ {source} {also} }}", space.Replace("@", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Acme.Agent-2")]
    [InlineData("R&D <Agents>")]
    [InlineData("1st")]
    [InlineData("Ä.class.event")]
    public void Names_of_assemblies(string name)
    {
        (HookCompilation.Program("return;\n" + Strict.Everything) with { AssemblyName = name }).Compile();
        (HookCompilation.Library(Strict.Everything) with { AssemblyName = name }).Compile();
    }

    [Fact]
    public void A_property_called_Hooks_in_the_user_s_half() => Strict.Compiles(Strict.Everything, """
        namespace Acme;
        [HookTable] internal sealed partial class AgentHooks { public new int Hooks => 1; public int HookResult => 2; public int System => 3; public int context => 4; }
        """);

    [Fact]
    public void Keywords_as_names() => Strict.Compiles("""
        namespace @namespace
        {
            public static class @static { [Hook(HookPoint.BeforeToolCall)] public static HookResult @class(ToolCallContext @int) => default; }
            public sealed class @event { [Hook(HookPoint.BeforeToolCall)] public void @return(ToolCallContext @string) { } }
            internal sealed class @lock { [Hook(HookPoint.BeforeToolCall)] internal void @await(ToolCallContext @string) { } }
            [HookPoint("if")] public sealed class @if : CustomHookContext;
            public static class @partial { [Hook<@if>] public static void @async(@if @else) { } }
        }
        """, Strict.Table);

    [Fact]
    public void Nested_types_records_and_names_that_meet() => Strict.Compiles("""
        namespace Acme
        {
            public class Outer
            {
                public sealed class Inner { [Hook(HookPoint.BeforeToolCall)] public void Run(ToolCallContext call) { } }
                internal static class Hidden { [Hook(HookPoint.BeforeToolCall)] public static void Run(ToolCallContext call) { } }
                [HookPoint("outer.inner")] public sealed class Context : CustomHookContext;
            }
            public sealed record Rule(int Limit = 3) { [Hook(HookPoint.BeforeToolCall)] public HookResult Run(ToolCallContext call) => default; }
            public sealed record Made { [Hook(HookPoint.BeforeToolCall)] public HookResult Run(ToolCallContext call) => default; }
            [HookPoint("other")] public sealed class Context : CustomHookContext;
            public sealed class Services { [Hook(HookPoint.SessionEnd)] public void Run(SessionContext session) { } }
            public sealed class Options { [Hook(HookPoint.SessionEnd)] public void Run(SessionContext session) { } }
            public sealed class Table { [Hook(HookPoint.SessionEnd)] public void Run(SessionContext session) { } }
            public sealed class Inner { [Hook(HookPoint.SessionEnd)] public void Run(SessionContext session) { } }
            public static class OfContext
            {
                [Hook<Context>] public static void A(Context context) { }
                [Hook<Outer.Context>] public static void B(Outer.Context context) { }
            }
        }
        """, Strict.Table);

    [Fact]
    public void Two_assemblies_of_one_root_namespace_that_see_each_other_s_internals()
    {
        var library = (HookCompilation.Program("""
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Acme.Host")]
            namespace Acme
            {
                internal static class Hidden { [Hook(HookPoint.BeforeToolCall)] internal static void Run(ToolCallContext call) { } }
                internal static class Start { internal static void Main() { } }
            }
            """) with { AssemblyName = "Acme.First", RootNamespace = "Acme" }).Compile();
        var host = HookCompilation.Program("""
            namespace Acme
            {
                internal static class Own { [Hook(HookPoint.BeforeToolCall)] internal static void Run(ToolCallContext call) { } }
                internal static class Run { internal static HookDispatcher Main2() => GeneratedHooks.CreateDispatcher(); internal static void Main() { } }
            }
            """).WithLibraries(library) with { AssemblyName = "Acme.Host", RootNamespace = "Acme" };

        // The user's own mention of the class is ambiguous; [HookTable] gives it another name.
        Assert.Empty(Strict.Emitted(host.Generate().Problems));
    }

    [Fact]
    public void Overloads_are_told_apart()
    {
        // The hook takes a base of the point's context; an overload for that very context, generic or not, is no hook.
        Strict.Compiles("""
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)] public static void Run(HookContext context) { }
                public static int Run(ToolCallContext call) => throw new InvalidOperationException();
                public static int Run<T>(T call) => throw new InvalidOperationException();
                [Hook(HookPoint.SessionEnd)] internal static Task End(HookContext context, CancellationToken token) => Task.CompletedTask;
                internal static int End(SessionContext context, CancellationToken token) => 1;
            }
            """, Strict.Table);
    }

    private static void Program(string source, string rootNamespace) =>
        (HookCompilation.Program(source, "public static class Start { public static void Main() { } }") with { RootNamespace = rootNamespace }).Compile();
}
