namespace Hooks.Runtime.Tests.Contexts;

public class HookContextTests
{
    [Fact]
    public void What_a_context_is_not_given_comes_from_its_parent()
    {
        var services = new NoServices();
        var parent = new TurnContext
        {
            AgentName = "coder", AgentId = "a", SessionId = "s", TurnId = "t", CorrelationId = "c", Services = services,
        };

        var child = new ModelCallContext { Parent = parent };

        Assert.Equal(("coder", "a", "s", "t", "c"), (child.AgentName, child.AgentId, child.SessionId, child.TurnId, child.CorrelationId));
        Assert.Same(services, child.Services);
        Assert.Same(parent, child.Parent);
    }

    [Fact]
    public void What_a_context_is_given_stays_whatever_the_order()
    {
        var parent = new TurnContext { AgentId = "a", SessionId = "s" };

        Assert.Equal("sub", new AgentContext { AgentId = "sub", Parent = parent }.AgentId);
        Assert.Equal("sub", new AgentContext { Parent = parent, AgentId = "sub" }.AgentId);
        Assert.Equal("s", new AgentContext { AgentId = "sub", Parent = parent }.SessionId);
    }

    [Fact]
    public void Depth_counts_the_parents()
    {
        var turn = new TurnContext();
        var call = new ToolCallContext { ToolName = "shell", Parent = turn };

        Assert.Equal(0, turn.Depth);
        Assert.Equal(1, call.Depth);
        Assert.Equal(2, new SystemContext { Parent = call }.Depth);
        Assert.Equal(0, new SystemContext { Parent = null }.Depth);
    }

    [Fact]
    public void Added_context_keeps_its_order_and_has_no_blanks()
    {
        var context = new TurnContext();
        Assert.Empty(context.AddedContext);

        context.AddContext("one");
        context.AddContext(null);
        context.AddContext("");
        context.AddContext(" \t");
        context.AddContext("two");

        Assert.Equal(["one", "two"], context.AddedContext);
    }

    [Fact]
    public void Time_is_now_unless_given()
    {
        var before = DateTimeOffset.UtcNow;
        var context = new TurnContext();
        var given = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        Assert.InRange(context.Time, before, DateTimeOffset.UtcNow);
        Assert.Equal(given, new TurnContext { Time = given }.Time);
        Assert.NotEqual(default, new TurnContext { Time = default }.Time);
    }

    [Fact]
    public void Items_belong_to_one_context()
    {
        var parent = new TurnContext();
        parent.Items["key"] = 1;

        Assert.Empty(new TurnContext { Parent = parent }.Items);
        Assert.Equal(1, parent.Items["key"]);
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
