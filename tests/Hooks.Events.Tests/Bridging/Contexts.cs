namespace Hooks.Events.Tests.Bridging;

/// <summary>A context of each class, with what it requires.</summary>
internal static class Contexts
{
    public static object Of(Type type) => type.Name switch
    {
        nameof(ToolCallContext) => new ToolCallContext { ToolName = "bash" },
        nameof(PermissionContext) => new PermissionContext { ToolName = "bash" },
        nameof(WorkflowContext) => new WorkflowContext { WorkflowName = "build" },
        nameof(StateContext) => new StateContext { Key = "k" },
        nameof(FileContext) => new FileContext { Path = "a" },
        nameof(BudgetContext) => new BudgetContext { Spent = 1.5m, Limit = 2 },
        nameof(JobContext) => new JobContext { JobName = "nightly" },
        nameof(NotificationContext) => new NotificationContext { Message = "hello" },
        nameof(EventContext) => new EventContext { Subject = "a" },
        _ => Activator.CreateInstance(type)!,
    };
}
