namespace Hooks.Runtime.Tests.Points;

public class EventNameTests
{
    [Fact]
    public void Event_names_are_unique()
    {
        Assert.Equal(HookPoints.All.Count, HookPoints.All.Select(info => info.EventName).Distinct().Count());
    }

    [Fact]
    public void Event_names_are_dotted_and_lower_case()
    {
        Assert.All(HookPoints.All, info => Assert.Matches("^[a-z]+(\\.[a-z]+)+$", info.EventName));
    }

    [Theory]
    [InlineData(HookPoint.BeforeToolCall, "tool.call.before")]
    [InlineData(HookPoint.AfterToolCall, "tool.call.after")]
    [InlineData(HookPoint.BeforeAgentExecution, "agent.execution.started")]
    [InlineData(HookPoint.AfterAgentExecution, "agent.execution.completed")]
    [InlineData(HookPoint.BeforeWorkflowStage, "workflow.stage.started")]
    public void Some_event_names_are_fixed(HookPoint point, string eventName) => Assert.Equal(eventName, HookPoints.Get(point).EventName);

    [Fact]
    public void No_name_of_ours_means_something_else_elsewhere()
    {
        foreach (var info in HookPoints.All)
        {
            foreach (var system in Enum.GetValues<HookSystem>())
            {
                Assert.True(!HookPointAliases.TryFind(info.Name, system, out var point) || point == info.Point, $"{info.Name} is {point} in {system}");
                Assert.True(!HookPointAliases.TryFind(info.EventName, system, out point) || point == info.Point, $"{info.EventName} is {point} in {system}");
            }
        }
    }
}
