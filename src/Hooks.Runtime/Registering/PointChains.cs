namespace Hooks;

/// <summary>Makes chains for points whose class of contexts is known only as data.</summary>
internal static class PointChains
{
    private static readonly Dictionary<Type, Func<HookPointInfo, ChainEntry[], HookChain>> Makers = new()
    {
        [typeof(AgentContext)] = Make<AgentContext>,
        [typeof(BudgetContext)] = Make<BudgetContext>,
        [typeof(CompactionContext)] = Make<CompactionContext>,
        [typeof(ErrorContext)] = Make<ErrorContext>,
        [typeof(EventContext)] = Make<EventContext>,
        [typeof(FileContext)] = Make<FileContext>,
        [typeof(JobContext)] = Make<JobContext>,
        [typeof(ModelCallContext)] = Make<ModelCallContext>,
        [typeof(ModelSwitchContext)] = Make<ModelSwitchContext>,
        [typeof(NotificationContext)] = Make<NotificationContext>,
        [typeof(PermissionContext)] = Make<PermissionContext>,
        [typeof(PromptContext)] = Make<PromptContext>,
        [typeof(SessionContext)] = Make<SessionContext>,
        [typeof(StateContext)] = Make<StateContext>,
        [typeof(StreamChunkContext)] = Make<StreamChunkContext>,
        [typeof(SystemContext)] = Make<SystemContext>,
        [typeof(ToolCallContext)] = Make<ToolCallContext>,
        [typeof(ToolDiscoveryContext)] = Make<ToolDiscoveryContext>,
        [typeof(TurnContext)] = Make<TurnContext>,
        [typeof(WorkflowContext)] = Make<WorkflowContext>,
        [typeof(NamedHookContext)] = Make<NamedHookContext>,
    };

    public static HookChain Create(HookPointInfo point, ChainEntry[] entries) =>
        Makers.TryGetValue(point.ContextType, out var make)
            ? make(point, entries)
            : throw new InvalidOperationException($"{point.Name} has contexts of {point.ContextType}, for which chains are made where the type is known.");

    public static HookChain Make<TContext>(HookPointInfo point, ChainEntry[] entries)
        where TContext : HookContext => new GeneralChain<TContext>(point, -1, entries, isInBackground: false);
}
