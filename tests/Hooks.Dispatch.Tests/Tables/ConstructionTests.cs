using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tables;

/// <summary>Hook objects are handed in, resolved, or made.</summary>
public sealed class ConstructionTests
{
    private const string Source = """
        namespace Acme;
        public sealed class Budget(string name)
        {
            public string Name { get; } = name;
            [Hook(HookPoint.BeforeToolCall)] public HookResult Check(ToolCallContext call) { call.AddContext("budget " + Name); return default; }
            [Hook(HookPoint.SessionEnd)] public void End(SessionContext session) => session.AddContext("budget " + Name);
        }
        public sealed class Audit
        {
            public string Name { get; init; } = "made";
            [Hook(HookPoint.BeforeToolCall)] public void Write(ToolCallContext call) => call.AddContext("audit " + Name);
        }
        """;

    private static readonly HookProgram Program = HookProgram.FromSource(Source, SpecSource.Table);

    [Theory, ClassData(typeof(BothPaths))]
    public async Task Objects_that_are_handed_in_are_used_and_an_optional_one_is_made(HookExecutionPath path)
    {
        await using var dispatcher = Program.CreateDispatcher(path, null, Budget("large"));
        var call = new ToolCallContext { ToolName = "bash" };
        await dispatcher.BeforeToolCallAsync(call);
        dispatcher.BeforeToolCall(call);
        Assert.Equal(["audit made", "budget large", "audit made", "budget large"], call.AddedContext);
        var session = new SessionContext();
        await dispatcher.SessionEndAsync(session);
        Assert.Equal(["budget large"], session.AddedContext);
    }

    [Fact]
    public void A_required_object_must_be_there()
    {
        Assert.Equal("budget", Assert.Throws<ArgumentNullException>(() => Program.CreateTable()).ParamName);
        Assert.Throws<ArgumentNullException>(() => Program.CreateDispatcher(new HookDispatcherOptions()));
        Assert.Throws<ArgumentNullException>(() => Program.CreateDispatcher((IServiceProvider)null!));
    }

    [Fact]
    public void Required_parameters_come_first_and_have_the_classes_names()
    {
        var create = Program.TableType!.GetMethods().Where(method => method.Name == "CreateDispatcher").Select(method => method.GetParameters()).ToList();
        var objects = Assert.Single(create, parameters => parameters[0].ParameterType != typeof(IServiceProvider));
        Assert.Equal(["budget", "audit", "options"], objects.Select(parameter => parameter.Name));
        Assert.Equal([false, true, true], objects.Select(parameter => parameter.HasDefaultValue));
        Assert.Single(create, parameters => parameters[0].ParameterType == typeof(IServiceProvider));
    }

    [Fact]
    public async Task A_service_provider_is_asked_first_at_once_and_once()
    {
        var services = new Services { { Program.Type("Acme.Budget"), Budget("registered") } };
        await using var dispatcher = Program.CreateDispatcher(services);
        Assert.Equal(["Acme.Audit", "Acme.Budget"], services.Asked.Select(type => type.FullName).Order());
        var call = new ToolCallContext { ToolName = "bash" };
        await dispatcher.BeforeToolCallAsync(call);
        Assert.Equal(["audit made", "budget registered"], call.AddedContext);
        Assert.Equal(2, services.Asked.Count);
    }

    [Fact]
    public void A_missing_service_is_an_error_that_names_class_and_hook()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Program.CreateDispatcher(new Services()));
        Assert.Contains("Acme.Budget", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Acme.Budget.End'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_table_belongs_to_one_dispatcher()
    {
        var table = Program.CreateTable(Budget("one"));
        await using var dispatcher = new HookDispatcher(table);
        Assert.Same(table, dispatcher.Table);
        Assert.Throws<InvalidOperationException>(() => new HookDispatcher(table));
        await using var other = new HookDispatcher(Program.CreateTable(Budget("two")));
        Assert.Throws<InvalidOperationException>(() => other.Add(table));
    }

    [Fact]
    public void A_dispatcher_needs_a_table() => Assert.Throws<ArgumentNullException>(() => new HookDispatcher(null!));

    private static object Budget(string name) => Activator.CreateInstance(Program.Type("Acme.Budget"), name)!;
}
