// Derived from the members of HookPoint; a test holds it so. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Runtime.Tests
namespace Hooks;

public static partial class HookPoints
{
    /// <summary>One more than the highest number, so that an array of this length has a place for each point.</summary>
    internal const int Count = 79;

    private static ReadOnlySpan<bool> Blocking =>
    [
        false,
        false, // SessionStart
        false, // SessionEnd
        false, // SessionUpdated
        false, // SessionCheckpoint
        false, // SessionRestore
        false, // SessionSave
        false, // SessionRollover
        false, // SessionError
        true, // BeforeTurn
        false, // AfterTurn
        false, // MessageReceived
        false, // MessageSent
        false, // BeforePromptBuild
        true, // BeforeModelCall
        false, // StreamStart
        true, // ModelStreamChunk
        false, // StreamEnd
        true, // AfterModelCall
        true, // ModelSwitch
        false, // ProviderSwitch
        true, // BeforeAgentInit
        false, // AfterAgentInit
        true, // BeforeAgentExecution
        false, // AfterAgentExecution
        true, // AgentError
        true, // BeforeAgentStop
        false, // AgentLoopEnd
        false, // BeforeAgentShutdown
        false, // AfterAgentShutdown
        false, // SubagentStart
        true, // SubagentStop
        true, // BeforeToolDiscovery
        false, // AfterToolDiscovery
        true, // ToolValidation
        true, // BeforeToolCall
        true, // ToolResultReady
        false, // AfterToolCall
        true, // ToolError
        true, // PermissionRequest
        true, // PermissionDenied
        true, // BeforeWorkflowStart
        false, // WorkflowStageTransition
        true, // BeforeWorkflowStage
        false, // AfterWorkflowStage
        false, // WorkflowCheckpoint
        false, // WorkflowRollback
        false, // AfterWorkflowComplete
        true, // WorkflowError
        true, // BeforeStateRead
        false, // AfterStateRead
        true, // BeforeStateWrite
        false, // AfterStateWrite
        true, // StateConflict
        false, // StateMigration
        false, // SystemStartup
        false, // SystemShutdown
        true, // ConfigurationChange
        false, // ResourceLimitExceeded
        false, // SecurityViolation
        false, // PerformanceThresholdExceeded
        false, // MemoryUsageHigh
        false, // CpuUsageHigh
        false, // FileRead
        false, // FileWrite
        false, // FileEdit
        false, // FileDelete
        false, // FileChanged
        true, // BeforeCompaction
        false, // AfterCompaction
        false, // BudgetWarning
        false, // BudgetExceeded
        false, // ErrorOccurred
        false, // ErrorRecovered
        false, // JobExecuted
        false, // Notification
        true, // BeforeEventEmit
        false, // AfterEventEmit
        false, // EventHandlerError
    ];

    // A class of its own, so that nothing is built before someone asks.
    private static class Catalogue
    {
        internal static readonly HookPointInfo[] Points =
        [
            new(HookPoint.SessionStart, "SessionStart", "session.started", typeof(SessionContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SessionEnd, "SessionEnd", "session.ended", typeof(SessionContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SessionUpdated, "SessionUpdated", "session.updated", typeof(SessionContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SessionCheckpoint, "SessionCheckpoint", "session.checkpoint", typeof(SessionContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SessionRestore, "SessionRestore", "session.restored", typeof(SessionContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SessionSave, "SessionSave", "session.saved", typeof(SessionContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SessionRollover, "SessionRollover", "session.rollover", typeof(SessionContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SessionError, "SessionError", "session.error", typeof(SessionContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforeTurn, "BeforeTurn", "turn.started", typeof(TurnContext), HookResultKinds.Approval, HookFailurePolicy.Block),
            new(HookPoint.AfterTurn, "AfterTurn", "turn.completed", typeof(TurnContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.MessageReceived, "MessageReceived", "message.received", typeof(TurnContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.MessageSent, "MessageSent", "message.sent", typeof(TurnContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforePromptBuild, "BeforePromptBuild", "prompt.build.started", typeof(PromptContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforeModelCall, "BeforeModelCall", "model.call.before", typeof(ModelCallContext), HookResultKinds.Flow, HookFailurePolicy.Block),
            new(HookPoint.StreamStart, "StreamStart", "model.stream.started", typeof(ModelCallContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.ModelStreamChunk, "ModelStreamChunk", "model.stream.chunk", typeof(StreamChunkContext), HookResultKinds.Recovery, HookFailurePolicy.Block),
            new(HookPoint.StreamEnd, "StreamEnd", "model.stream.completed", typeof(ModelCallContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.AfterModelCall, "AfterModelCall", "model.call.after", typeof(ModelCallContext), HookResultKinds.Recovery, HookFailurePolicy.Block),
            new(HookPoint.ModelSwitch, "ModelSwitch", "model.switch", typeof(ModelSwitchContext), HookResultKinds.Approval, HookFailurePolicy.Block),
            new(HookPoint.ProviderSwitch, "ProviderSwitch", "provider.switch", typeof(ModelSwitchContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforeAgentInit, "BeforeAgentInit", "agent.init.started", typeof(AgentContext), HookResultKinds.Verdict, HookFailurePolicy.Block),
            new(HookPoint.AfterAgentInit, "AfterAgentInit", "agent.init.completed", typeof(AgentContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforeAgentExecution, "BeforeAgentExecution", "agent.execution.started", typeof(AgentContext), HookResultKinds.Flow, HookFailurePolicy.Block),
            new(HookPoint.AfterAgentExecution, "AfterAgentExecution", "agent.execution.completed", typeof(AgentContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.AgentError, "AgentError", "agent.error", typeof(AgentContext), HookResultKinds.Recovery, HookFailurePolicy.Continue),
            new(HookPoint.BeforeAgentStop, "BeforeAgentStop", "agent.stopping", typeof(AgentContext), HookResultKinds.Recovery, HookFailurePolicy.Continue),
            new(HookPoint.AgentLoopEnd, "AgentLoopEnd", "agent.loop.completed", typeof(AgentContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforeAgentShutdown, "BeforeAgentShutdown", "agent.shutdown.started", typeof(AgentContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.AfterAgentShutdown, "AfterAgentShutdown", "agent.shutdown.completed", typeof(AgentContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SubagentStart, "SubagentStart", "subagent.started", typeof(AgentContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SubagentStop, "SubagentStop", "subagent.stopping", typeof(AgentContext), HookResultKinds.Recovery, HookFailurePolicy.Continue),
            new(HookPoint.BeforeToolDiscovery, "BeforeToolDiscovery", "tool.discovery.started", typeof(ToolDiscoveryContext), HookResultKinds.Verdict, HookFailurePolicy.Block),
            new(HookPoint.AfterToolDiscovery, "AfterToolDiscovery", "tool.discovery.completed", typeof(ToolDiscoveryContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.ToolValidation, "ToolValidation", "tool.validation", typeof(ToolCallContext), HookResultKinds.Verdict, HookFailurePolicy.Block),
            new(HookPoint.BeforeToolCall, "BeforeToolCall", "tool.call.before", typeof(ToolCallContext), HookResultKinds.Flow, HookFailurePolicy.Block),
            new(HookPoint.ToolResultReady, "ToolResultReady", "tool.result.ready", typeof(ToolCallContext), HookResultKinds.Recovery, HookFailurePolicy.Block),
            new(HookPoint.AfterToolCall, "AfterToolCall", "tool.call.after", typeof(ToolCallContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.ToolError, "ToolError", "tool.error", typeof(ToolCallContext), HookResultKinds.Recovery, HookFailurePolicy.Continue),
            new(HookPoint.PermissionRequest, "PermissionRequest", "permission.requested", typeof(PermissionContext), HookResultKinds.Permission, HookFailurePolicy.Block),
            new(HookPoint.PermissionDenied, "PermissionDenied", "permission.denied", typeof(PermissionContext), HookResultKinds.Recovery, HookFailurePolicy.Continue),
            new(HookPoint.BeforeWorkflowStart, "BeforeWorkflowStart", "workflow.started", typeof(WorkflowContext), HookResultKinds.Flow, HookFailurePolicy.Block),
            new(HookPoint.WorkflowStageTransition, "WorkflowStageTransition", "workflow.stage.transition", typeof(WorkflowContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforeWorkflowStage, "BeforeWorkflowStage", "workflow.stage.started", typeof(WorkflowContext), HookResultKinds.Flow, HookFailurePolicy.Block),
            new(HookPoint.AfterWorkflowStage, "AfterWorkflowStage", "workflow.stage.completed", typeof(WorkflowContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.WorkflowCheckpoint, "WorkflowCheckpoint", "workflow.checkpoint", typeof(WorkflowContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.WorkflowRollback, "WorkflowRollback", "workflow.rollback", typeof(WorkflowContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.AfterWorkflowComplete, "AfterWorkflowComplete", "workflow.completed", typeof(WorkflowContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.WorkflowError, "WorkflowError", "workflow.error", typeof(WorkflowContext), HookResultKinds.Recovery, HookFailurePolicy.Continue),
            new(HookPoint.BeforeStateRead, "BeforeStateRead", "state.read.before", typeof(StateContext), HookResultKinds.Flow, HookFailurePolicy.Block),
            new(HookPoint.AfterStateRead, "AfterStateRead", "state.read.after", typeof(StateContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforeStateWrite, "BeforeStateWrite", "state.write.before", typeof(StateContext), HookResultKinds.Verdict, HookFailurePolicy.Block),
            new(HookPoint.AfterStateWrite, "AfterStateWrite", "state.write.after", typeof(StateContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.StateConflict, "StateConflict", "state.conflict", typeof(StateContext), HookResultKinds.Recovery, HookFailurePolicy.Continue),
            new(HookPoint.StateMigration, "StateMigration", "state.migration", typeof(StateContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SystemStartup, "SystemStartup", "system.startup", typeof(SystemContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SystemShutdown, "SystemShutdown", "system.shutdown", typeof(SystemContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.ConfigurationChange, "ConfigurationChange", "configuration.change", typeof(SystemContext), HookResultKinds.Verdict, HookFailurePolicy.Block),
            new(HookPoint.ResourceLimitExceeded, "ResourceLimitExceeded", "resource.limit.exceeded", typeof(SystemContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.SecurityViolation, "SecurityViolation", "security.violation", typeof(SystemContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.PerformanceThresholdExceeded, "PerformanceThresholdExceeded", "performance.threshold.exceeded", typeof(SystemContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.MemoryUsageHigh, "MemoryUsageHigh", "memory.usage.high", typeof(SystemContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.CpuUsageHigh, "CpuUsageHigh", "cpu.usage.high", typeof(SystemContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.FileRead, "FileRead", "file.read", typeof(FileContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.FileWrite, "FileWrite", "file.write", typeof(FileContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.FileEdit, "FileEdit", "file.edit", typeof(FileContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.FileDelete, "FileDelete", "file.delete", typeof(FileContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.FileChanged, "FileChanged", "file.changed", typeof(FileContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforeCompaction, "BeforeCompaction", "compaction.started", typeof(CompactionContext), HookResultKinds.Verdict, HookFailurePolicy.Continue),
            new(HookPoint.AfterCompaction, "AfterCompaction", "compaction.completed", typeof(CompactionContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BudgetWarning, "BudgetWarning", "budget.warning", typeof(BudgetContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BudgetExceeded, "BudgetExceeded", "budget.exceeded", typeof(BudgetContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.ErrorOccurred, "ErrorOccurred", "error.occurred", typeof(ErrorContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.ErrorRecovered, "ErrorRecovered", "error.recovered", typeof(ErrorContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.JobExecuted, "JobExecuted", "job.executed", typeof(JobContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.Notification, "Notification", "notification.sent", typeof(NotificationContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.BeforeEventEmit, "BeforeEventEmit", "event.emit.before", typeof(EventContext), HookResultKinds.Verdict, HookFailurePolicy.Block),
            new(HookPoint.AfterEventEmit, "AfterEventEmit", "event.emit.after", typeof(EventContext), HookResultKinds.None, HookFailurePolicy.Continue),
            new(HookPoint.EventHandlerError, "EventHandlerError", "event.handler.error", typeof(EventContext), HookResultKinds.None, HookFailurePolicy.Continue),
        ];

        internal static readonly IReadOnlyList<HookPointInfo> All = Array.AsReadOnly(Points);
    }
}
