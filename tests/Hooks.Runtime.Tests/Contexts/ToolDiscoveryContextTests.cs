namespace Hooks.Runtime.Tests.Contexts;

public class ToolDiscoveryContextTests
{
    private static ToolDiscoveryContext Offer(params string[] tools) => new() { ToolNames = tools };

    [Fact]
    public void Null_changes_nothing()
    {
        var offer = Offer("read", "shell");

        offer.Narrow(null);

        Assert.Equal(["read", "shell"], offer.ToolNames);
    }

    [Fact]
    public void An_empty_list_leaves_no_tool()
    {
        var offer = Offer("read", "shell");

        offer.Narrow([]);

        Assert.Empty(offer.ToolNames);
    }

    [Fact]
    public void Several_hooks_intersect()
    {
        var offer = Offer("read", "write", "shell", "fetch");

        offer.Narrow(["read", "write", "shell"]);
        offer.Narrow(["fetch", "shell", "write"]);

        Assert.Equal(["write", "shell"], offer.ToolNames);
    }

    [Fact]
    public void Unknown_names_are_ignored_and_the_order_stays()
    {
        var offer = Offer("read", "write", "shell");

        offer.Narrow(["launch", "shell", "Read"]);

        Assert.Equal(["read", "shell"], offer.ToolNames);
    }

    [Fact]
    public void The_hosts_list_is_left_alone()
    {
        string[] tools = ["read", "shell"];
        var offer = new ToolDiscoveryContext { ToolNames = tools };

        offer.Narrow(["read"]);

        Assert.Equal(["read", "shell"], tools);
    }

    [Fact]
    public void Nothing_is_on_offer_by_default()
    {
        Assert.Empty(new ToolDiscoveryContext().ToolNames);
        Assert.Empty(new ToolDiscoveryContext { ToolNames = null! }.ToolNames);
    }
}
