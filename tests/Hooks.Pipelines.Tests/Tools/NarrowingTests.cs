namespace Hooks.Pipelines.Tests.Tools;

/// <summary>The choice of tools that a model is offered.</summary>
public sealed class NarrowingTests
{
    private readonly HookDispatcher _hooks = new(new EmptyTable());

    [Theory]
    [InlineData(null, "a b c d")]
    [InlineData("", "")]
    [InlineData("d B", "b d")]
    [InlineData("b unknown", "b")]
    [InlineData("unknown", "")]
    public async Task Hooks_keep_what_they_name_in_the_hosts_order(string? names, string left)
    {
        _hooks.Observe<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, tools => tools.Narrow(names?.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(left, await NarrowAsync());
    }

    [Fact]
    public async Task What_one_hook_has_taken_away_no_other_brings_back()
    {
        _hooks.Observe<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, tools => tools.Narrow(["c", "a", "b"]));
        _hooks.Observe<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, tools => tools.Narrow(["d", "c", "b"]));

        Assert.Equal("b c", await NarrowAsync());
    }

    [Fact]
    public async Task Each_round_chooses_anew()
    {
        _hooks.Observe<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, tools => tools.Narrow(tools.Iteration == 1 ? ["a"] : null));

        Assert.Equal(("a", "a b c d"), (await NarrowAsync(1), await NarrowAsync(2)));
    }

    [Fact]
    public async Task A_hook_that_objects_or_fails_leaves_no_tool()
    {
        var registration = _hooks.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, _ => HookResult.Cancel("no tools today"));
        Assert.Equal("", await NarrowAsync());
        registration.Dispose();
        _hooks.Register<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, HookResult (_) => throw new InvalidOperationException());

        Assert.Equal("", await NarrowAsync());
    }

    [Fact]
    public async Task The_settled_choice_is_told()
    {
        var told = new List<string>();
        _hooks.Observe<ToolDiscoveryContext>(HookPoint.BeforeToolDiscovery, tools => tools.Narrow(["c"]));
        _hooks.Observe<ToolDiscoveryContext>(HookPoint.AfterToolDiscovery, tools => told.AddRange(tools.ToolNames));
        await NarrowAsync();

        Assert.Equal(["c"], told);
    }

    private async Task<string> NarrowAsync(int iteration = 1) =>
        string.Join(' ', (await _hooks.NarrowToolsAsync(new() { ToolNames = ["a", "b", "c", "d"], Iteration = iteration })).ToolNames);
}
