namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>Points that belong together: a section of the page, and a file of the dispatcher's entries.</summary>
/// <param name="Title">The section's heading.</param>
/// <param name="FileName">The middle of the file's name.</param>
/// <param name="Contexts">The contexts of its points, which decide what belongs to it.</param>
internal sealed record PointGroup(string Title, string FileName, params Type[] Contexts)
{
    public static IReadOnlyList<PointGroup> All { get; } =
    [
        new("Sessions", "Sessions", typeof(SessionContext)),
        new("Turns", "Turns", typeof(TurnContext)),
        new("Prompts and models", "Models", typeof(PromptContext), typeof(ModelCallContext), typeof(StreamChunkContext), typeof(ModelSwitchContext)),
        new("Agents", "Agents", typeof(AgentContext)),
        new("Tools", "Tools", typeof(ToolDiscoveryContext), typeof(ToolCallContext), typeof(PermissionContext)),
        new("Workflows", "Workflows", typeof(WorkflowContext)),
        new("State", "State", typeof(StateContext)),
        new("System", "System", typeof(SystemContext)),
        new("Files", "Files", typeof(FileContext)),
        new("Compaction and budget", "CompactionAndBudget", typeof(CompactionContext), typeof(BudgetContext)),
        new("Errors, jobs and notices", "ErrorsJobsAndNotices", typeof(ErrorContext), typeof(JobContext), typeof(NotificationContext)),
        new("Events", "Events", typeof(EventContext)),
    ];

    public IEnumerable<CataloguePoint> Points => CataloguePoint.All.Where(point => Contexts.Contains(point.Context));
}
