namespace Hooks.Generators.Tests.Parsing;

/// <summary>Which class carries the table.</summary>
public class TableClassTests
{
    private const string Hook = "public static class Guards { [Hook(HookPoint.SessionStart)] public static void A(HookContext c) { } }";

    [Theory]
    [InlineData("[HookTable] internal sealed partial class AgentHooks;", "", "AgentHooks", "internal")]
    [InlineData("[HookTable] partial class AgentHooks;", "", "AgentHooks", "internal")]
    [InlineData("namespace Acme.Tables { [HookTable] public partial class AgentHooks { } }", "Acme.Tables", "AgentHooks", "public")]
    [InlineData("[HookTable] partial class AgentHooks : HookTable;", "", "AgentHooks", "internal")]
    [InlineData("namespace A.@class { [HookTable] partial class @event; }", "A.@class", "@event", "internal")]
    [InlineData("namespace B { [HookTable] partial class X; } namespace A { [HookTable] partial class Y; }", "A", "Y", "internal")]
    public void Named(string source, string space, string name, string accessibility)
    {
        var table = Parsed.Table(HookCompilation.Library(source))?.Table;

        Assert.NotNull(table);
        Assert.Equal((space, name, accessibility), (table.Namespace, table.Name, table.Accessibility));
    }

    [Theory]
    [InlineData("[HookTable] class AgentHooks;")]
    [InlineData("[HookTable] static partial class AgentHooks;")]
    [InlineData("[HookTable] abstract partial class AgentHooks;")]
    [InlineData("[HookTable] partial class AgentHooks<T>;")]
    [InlineData("[HookTable] file partial class AgentHooks;")]
    [InlineData("[HookTable] partial record AgentHooks;")]
    [InlineData("partial class Outer { [HookTable] partial class AgentHooks; }")]
    [InlineData("class Base; [HookTable] partial class AgentHooks : Base;")]
    public void Refused(string source)
    {
        Assert.Null(Parsed.Table(HookCompilation.Library(source)));
        Assert.Equal("GeneratedHooks", Parsed.Table(HookCompilation.Program(source, Hook, "class P { static void Main() { } }"))!.Table!.Name);
    }

    [Theory]
    [InlineData("Acme.Agent", null, "Acme.Agent")]
    [InlineData("Acme.Agent", "", "Acme.Agent")]
    [InlineData("Acme.Agent", "Other.Space", "Other.Space")]
    [InlineData("my-agent", null, "my_agent")]
    [InlineData("3rd.agent", null, "_3rd.agent")]
    [InlineData("agent.class", null, "agent.@class")]
    [InlineData("a..b", null, "a.b")]
    [InlineData("agent", "My Agent", "My_Agent")]
    [InlineData("Ágent", null, "Ágent")]
    public void DefaultStandsInTheRootNamespace(string assembly, string? rootNamespace, string expected)
    {
        var model = Parsed.Table(HookCompilation.Program(Hook, "class P { static void Main() { } }") with { AssemblyName = assembly, RootNamespace = rootNamespace });

        Assert.Equal((expected, "GeneratedHooks", "internal"), (model!.Table!.Namespace, model.Table.Name, model.Table.Accessibility));
        Assert.Equal(expected, model.Namespace);
    }
}
