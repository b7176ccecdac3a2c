namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>What must be raised whatever the page says: the page follows from what is run, and would follow it into a hole.</summary>
public sealed class RaisersTests
{
    [Theory]
    [InlineData(nameof(HookDispatcher.InvokeToolAsync), HookPoint.ToolValidation, HookPoint.BeforeToolCall, HookPoint.PermissionRequest, HookPoint.PermissionDenied, HookPoint.ToolResultReady, HookPoint.ToolError, HookPoint.AfterToolCall, HookPoint.FileRead, HookPoint.FileWrite, HookPoint.FileEdit, HookPoint.FileDelete, HookPoint.FileChanged, HookPoint.ErrorOccurred, HookPoint.ErrorRecovered)]
    [InlineData(nameof(HookDispatcher.InvokeModelAsync), HookPoint.BeforeModelCall, HookPoint.ModelSwitch, HookPoint.ProviderSwitch, HookPoint.AfterModelCall, HookPoint.ErrorOccurred, HookPoint.ErrorRecovered)]
    [InlineData(nameof(HookDispatcher.StreamModelAsync), HookPoint.BeforeModelCall, HookPoint.ModelSwitch, HookPoint.ProviderSwitch, HookPoint.StreamStart, HookPoint.ModelStreamChunk, HookPoint.StreamEnd, HookPoint.AfterModelCall, HookPoint.ErrorOccurred, HookPoint.ErrorRecovered)]
    [InlineData(nameof(HookDispatcher.RunAgentAsync), HookPoint.BeforeAgentExecution, HookPoint.BeforeAgentStop, HookPoint.AgentError, HookPoint.AfterAgentExecution, HookPoint.AgentLoopEnd, HookPoint.ErrorOccurred, HookPoint.ErrorRecovered)]
    [InlineData(nameof(HookDispatcher.RunTurnAsync), HookPoint.BeforeTurn, HookPoint.AfterTurn, HookPoint.MessageReceived, HookPoint.MessageSent, HookPoint.ErrorOccurred)]
    public void A_pipeline_raises_its_points_and_no_others(string name, params HookPoint[] points) => Assert.Equal(points.Order(), Raisers.PointsOf(name).Order());

    [Fact]
    public void A_hooked_chat_client_finds_what_came_past_it() => Assert.Contains(HookPoint.SecurityViolation, Raisers.PointsOf("IChatClient.WithHooks"));

    [Theory]
    [InlineData("IChatClient.WithHooks", nameof(HookDispatcher.InvokeModelAsync), HookPoint.ProviderSwitch)]
    [InlineData("IChatClient.WithHooks", nameof(HookDispatcher.StreamModelAsync), HookPoint.ProviderSwitch)]
    [InlineData("IChatClient.WithHooks", nameof(HookDispatcher.NarrowToolsAsync))]
    [InlineData("AIFunction.WithHooks", nameof(HookDispatcher.InvokeToolAsync))]
    public void What_is_hooked_raises_all_that_the_pipeline_does(string hooked, string pipeline, params HookPoint[] except) =>
        Assert.Superset(Raisers.PointsOf(pipeline).Except(except).ToHashSet(), Raisers.PointsOf(hooked).ToHashSet());

    [Fact]
    public void An_event_bus_raises_the_points_of_events() =>
        Assert.Equal([HookPoint.BeforeEventEmit, HookPoint.AfterEventEmit, HookPoint.EventHandlerError], Raisers.PointsOf("EventBus").Order());

    [Fact]
    public void A_command_of_a_coding_agent_raises_what_the_agents_tell() =>
        Assert.Superset(new HashSet<HookPoint> { HookPoint.BeforeToolCall, HookPoint.Notification, HookPoint.BeforeCompaction, HookPoint.ConfigurationChange }, Raisers.PointsOf("Hooks.Commands").ToHashSet());

    [Fact]
    public void Every_point_of_these_groups_has_a_raiser()
    {
        Type[] contexts =
        [
            typeof(SessionContext), typeof(TurnContext), typeof(ModelCallContext), typeof(StreamChunkContext), typeof(ModelSwitchContext), typeof(AgentContext),
            typeof(ToolDiscoveryContext), typeof(PermissionContext), typeof(ToolCallContext), typeof(WorkflowContext), typeof(StateContext), typeof(FileContext),
        ];

        Assert.All(CataloguePoint.All.Where(point => contexts.Contains(point.Context)), point => Assert.NotEqual("your code", Raisers.Of(point.Value)));
    }
}
