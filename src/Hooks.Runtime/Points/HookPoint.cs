namespace Hooks;

/// <summary>The named moments in an agent's life at which hooks run.</summary>
/// <remarks>
/// The numbers are part of the contract: a point keeps its number for ever, and a new one gets the next. Mode, context,
/// allowed results and event name stand in each member's <see cref="HookPointAttribute"/>; <see cref="HookPoints"/> has
/// the same at run time. A point without <c>Blocking</c> is observe-only.
/// </remarks>
public enum HookPoint
{
    /// <summary>A session has started, new or resumed.</summary>
    [HookPoint("session.started", Context = typeof(SessionContext))]
    SessionStart = 1,

    /// <summary>A session has ended, whoever ended it.</summary>
    [HookPoint("session.ended", Context = typeof(SessionContext))]
    SessionEnd = 2,

    /// <summary>What is known about a session has changed: its title, its model or its mode.</summary>
    [HookPoint("session.updated", Context = typeof(SessionContext))]
    SessionUpdated = 3,

    /// <summary>A checkpoint has been made, to which the session can return.</summary>
    [HookPoint("session.checkpoint", Context = typeof(SessionContext))]
    SessionCheckpoint = 4,

    /// <summary>A session has been brought back from a checkpoint or from storage.</summary>
    [HookPoint("session.restored", Context = typeof(SessionContext))]
    SessionRestore = 5,

    /// <summary>A session has been written to storage.</summary>
    [HookPoint("session.saved", Context = typeof(SessionContext))]
    SessionSave = 6,

    /// <summary>A session is about to be reset because it is idle or old; its transcript is still there.</summary>
    [HookPoint("session.rollover", Context = typeof(SessionContext))]
    SessionRollover = 7,

    /// <summary>A session has failed.</summary>
    [HookPoint("session.error", Context = typeof(SessionContext))]
    SessionError = 8,

    /// <summary>The agent is about to work on a user's prompt.</summary>
    [HookPoint("turn.started", Context = typeof(TurnContext), Blocking = true, Allowed = HookResultKinds.Approval)]
    BeforeTurn = 9,

    /// <summary>The agent has finished its work on a user's prompt.</summary>
    [HookPoint("turn.completed", Context = typeof(TurnContext))]
    AfterTurn = 10,

    /// <summary>A message has reached the agent; no turn need follow from it.</summary>
    [HookPoint("message.received", Context = typeof(TurnContext))]
    MessageReceived = 11,

    /// <summary>The agent has sent a message to its user or channel.</summary>
    [HookPoint("message.sent", Context = typeof(TurnContext))]
    MessageSent = 12,

    /// <summary>The prompt for a model call is about to be put together.</summary>
    [HookPoint("prompt.build.started", Context = typeof(PromptContext))]
    BeforePromptBuild = 13,

    /// <summary>A request is about to be sent to a model.</summary>
    [HookPoint("model.call.before", Context = typeof(ModelCallContext), Blocking = true, Allowed = HookResultKinds.Flow)]
    BeforeModelCall = 14,

    /// <summary>A model has begun to stream its answer.</summary>
    [HookPoint("model.stream.started", Context = typeof(ModelCallContext))]
    StreamStart = 15,

    /// <summary>A piece of a streamed answer has arrived and is about to be passed on.</summary>
    [HookPoint("model.stream.chunk", Context = typeof(StreamChunkContext), Blocking = true, Allowed = HookResultKinds.Recovery)]
    ModelStreamChunk = 16,

    /// <summary>A streamed answer is over, complete or broken off.</summary>
    [HookPoint("model.stream.completed", Context = typeof(ModelCallContext))]
    StreamEnd = 17,

    /// <summary>A model's whole answer is there, and nobody has used it yet.</summary>
    [HookPoint("model.call.after", Context = typeof(ModelCallContext), Blocking = true, Allowed = HookResultKinds.Recovery)]
    AfterModelCall = 18,

    /// <summary>The agent is about to go on with another model.</summary>
    [HookPoint("model.switch", Context = typeof(ModelSwitchContext), Blocking = true, Allowed = HookResultKinds.Approval)]
    ModelSwitch = 19,

    /// <summary>The agent goes on with another provider.</summary>
    [HookPoint("provider.switch", Context = typeof(ModelSwitchContext))]
    ProviderSwitch = 20,

    /// <summary>An agent is about to be set up.</summary>
    [HookPoint("agent.init.started", Context = typeof(AgentContext), Blocking = true, Allowed = HookResultKinds.Verdict)]
    BeforeAgentInit = 21,

    /// <summary>An agent has been set up and can be run.</summary>
    [HookPoint("agent.init.completed", Context = typeof(AgentContext))]
    AfterAgentInit = 22,

    /// <summary>An agent is about to be run on a task.</summary>
    [HookPoint("agent.execution.started", Context = typeof(AgentContext), Blocking = true, Allowed = HookResultKinds.Flow)]
    BeforeAgentExecution = 23,

    /// <summary>An agent's run is over and its result is there.</summary>
    [HookPoint("agent.execution.completed", Context = typeof(AgentContext))]
    AfterAgentExecution = 24,

    /// <summary>An agent's run has failed.</summary>
    [HookPoint("agent.error", Context = typeof(AgentContext), Blocking = true, Allowed = HookResultKinds.Recovery, OnFailure = HookFailurePolicy.Continue)]
    AgentError = 25,

    /// <summary>An agent wants to stop, because it takes its task for done.</summary>
    [HookPoint("agent.stopping", Context = typeof(AgentContext), Blocking = true, Allowed = HookResultKinds.Recovery, OnFailure = HookFailurePolicy.Continue)]
    BeforeAgentStop = 26,

    /// <summary>An agent's loop of model and tool calls has ended, on whatever path; fires exactly once a run.</summary>
    [HookPoint("agent.loop.completed", Context = typeof(AgentContext))]
    AgentLoopEnd = 27,

    /// <summary>An agent is about to be shut down.</summary>
    [HookPoint("agent.shutdown.started", Context = typeof(AgentContext))]
    BeforeAgentShutdown = 28,

    /// <summary>An agent has been shut down.</summary>
    [HookPoint("agent.shutdown.completed", Context = typeof(AgentContext))]
    AfterAgentShutdown = 29,

    /// <summary>A subagent has been started.</summary>
    [HookPoint("subagent.started", Context = typeof(AgentContext))]
    SubagentStart = 30,

    /// <summary>A subagent wants to stop, because it takes its task for done.</summary>
    [HookPoint("subagent.stopping", Context = typeof(AgentContext), Blocking = true, Allowed = HookResultKinds.Recovery, OnFailure = HookFailurePolicy.Continue)]
    SubagentStop = 31,

    /// <summary>Tools are about to be offered to the model; hooks may narrow the choice.</summary>
    [HookPoint("tool.discovery.started", Context = typeof(ToolDiscoveryContext), Blocking = true, Allowed = HookResultKinds.Verdict)]
    BeforeToolDiscovery = 32,

    /// <summary>It is settled which tools the model is offered.</summary>
    [HookPoint("tool.discovery.completed", Context = typeof(ToolDiscoveryContext))]
    AfterToolDiscovery = 33,

    /// <summary>A tool call's arguments are checked, before anyone decides whether the call is made.</summary>
    [HookPoint("tool.validation", Context = typeof(ToolCallContext), Blocking = true, Allowed = HookResultKinds.Verdict)]
    ToolValidation = 34,

    /// <summary>A tool is about to be called.</summary>
    [HookPoint("tool.call.before", Context = typeof(ToolCallContext), Blocking = true, Allowed = HookResultKinds.Flow)]
    BeforeToolCall = 35,

    /// <summary>A tool's raw result is there, and nobody has used it yet.</summary>
    [HookPoint("tool.result.ready", Context = typeof(ToolCallContext), Blocking = true, Allowed = HookResultKinds.Recovery)]
    ToolResultReady = 36,

    /// <summary>A tool call is over and its outcome final; fires exactly once a call, for denied calls too.</summary>
    [HookPoint("tool.call.after", Context = typeof(ToolCallContext))]
    AfterToolCall = 37,

    /// <summary>A tool has failed.</summary>
    [HookPoint("tool.error", Context = typeof(ToolCallContext), Blocking = true, Allowed = HookResultKinds.Recovery, OnFailure = HookFailurePolicy.Continue)]
    ToolError = 38,

    /// <summary>A tool call needs someone's permission, and nobody has been asked yet.</summary>
    [HookPoint("permission.requested", Context = typeof(PermissionContext), Blocking = true, Allowed = HookResultKinds.Permission)]
    PermissionRequest = 39,

    /// <summary>Permission for a tool call has been refused.</summary>
    [HookPoint("permission.denied", Context = typeof(PermissionContext), Blocking = true, Allowed = HookResultKinds.Recovery, OnFailure = HookFailurePolicy.Continue)]
    PermissionDenied = 40,

    /// <summary>A workflow is about to start.</summary>
    [HookPoint("workflow.started", Context = typeof(WorkflowContext), Blocking = true, Allowed = HookResultKinds.Flow)]
    BeforeWorkflowStart = 41,

    /// <summary>A workflow passes from one stage to the next.</summary>
    [HookPoint("workflow.stage.transition", Context = typeof(WorkflowContext))]
    WorkflowStageTransition = 42,

    /// <summary>A stage of a workflow is about to run.</summary>
    [HookPoint("workflow.stage.started", Context = typeof(WorkflowContext), Blocking = true, Allowed = HookResultKinds.Flow)]
    BeforeWorkflowStage = 43,

    /// <summary>A stage of a workflow has run.</summary>
    [HookPoint("workflow.stage.completed", Context = typeof(WorkflowContext))]
    AfterWorkflowStage = 44,

    /// <summary>A checkpoint has been made, to which the workflow can return.</summary>
    [HookPoint("workflow.checkpoint", Context = typeof(WorkflowContext))]
    WorkflowCheckpoint = 45,

    /// <summary>A workflow has been taken back to an earlier stage or checkpoint.</summary>
    [HookPoint("workflow.rollback", Context = typeof(WorkflowContext))]
    WorkflowRollback = 46,

    /// <summary>A workflow has run to its end.</summary>
    [HookPoint("workflow.completed", Context = typeof(WorkflowContext))]
    AfterWorkflowComplete = 47,

    /// <summary>A workflow, or one of its stages, has failed.</summary>
    [HookPoint("workflow.error", Context = typeof(WorkflowContext), Blocking = true, Allowed = HookResultKinds.Recovery, OnFailure = HookFailurePolicy.Continue)]
    WorkflowError = 48,

    /// <summary>A value is about to be read from the agent's state.</summary>
    [HookPoint("state.read.before", Context = typeof(StateContext), Blocking = true, Allowed = HookResultKinds.Flow)]
    BeforeStateRead = 49,

    /// <summary>A value has been read from the agent's state.</summary>
    [HookPoint("state.read.after", Context = typeof(StateContext))]
    AfterStateRead = 50,

    /// <summary>A value is about to be written to the agent's state.</summary>
    [HookPoint("state.write.before", Context = typeof(StateContext), Blocking = true, Allowed = HookResultKinds.Verdict)]
    BeforeStateWrite = 51,

    /// <summary>A value has been written to the agent's state.</summary>
    [HookPoint("state.write.after", Context = typeof(StateContext))]
    AfterStateWrite = 52,

    /// <summary>A write to the agent's state has met another writer's change.</summary>
    [HookPoint("state.conflict", Context = typeof(StateContext), Blocking = true, Allowed = HookResultKinds.Recovery, OnFailure = HookFailurePolicy.Continue)]
    StateConflict = 53,

    /// <summary>Stored state has been brought to another version of its format.</summary>
    [HookPoint("state.migration", Context = typeof(StateContext))]
    StateMigration = 54,

    /// <summary>The host has started.</summary>
    [HookPoint("system.startup", Context = typeof(SystemContext))]
    SystemStartup = 55,

    /// <summary>The host is about to shut down.</summary>
    [HookPoint("system.shutdown", Context = typeof(SystemContext))]
    SystemShutdown = 56,

    /// <summary>A setting is about to change.</summary>
    [HookPoint("configuration.change", Context = typeof(SystemContext), Blocking = true, Allowed = HookResultKinds.Verdict)]
    ConfigurationChange = 57,

    /// <summary>A limit on a resource, such as disk space or open connections, has been exceeded.</summary>
    [HookPoint("resource.limit.exceeded", Context = typeof(SystemContext))]
    ResourceLimitExceeded = 58,

    /// <summary>Something has been blocked, or found out, that breaks a security rule.</summary>
    [HookPoint("security.violation", Context = typeof(SystemContext))]
    SecurityViolation = 59,

    /// <summary>A measured time or rate has passed its threshold.</summary>
    [HookPoint("performance.threshold.exceeded", Context = typeof(SystemContext))]
    PerformanceThresholdExceeded = 60,

    /// <summary>The process uses more memory than its threshold.</summary>
    [HookPoint("memory.usage.high", Context = typeof(SystemContext))]
    MemoryUsageHigh = 61,

    /// <summary>The process uses more processor time than its threshold.</summary>
    [HookPoint("cpu.usage.high", Context = typeof(SystemContext))]
    CpuUsageHigh = 62,

    /// <summary>The agent has read a file.</summary>
    [HookPoint("file.read", Context = typeof(FileContext))]
    FileRead = 63,

    /// <summary>The agent has written a whole file, new or replaced.</summary>
    [HookPoint("file.write", Context = typeof(FileContext))]
    FileWrite = 64,

    /// <summary>The agent has changed parts of a file.</summary>
    [HookPoint("file.edit", Context = typeof(FileContext))]
    FileEdit = 65,

    /// <summary>The agent has deleted a file.</summary>
    [HookPoint("file.delete", Context = typeof(FileContext))]
    FileDelete = 66,

    /// <summary>A watched file has changed on disk, whoever changed it.</summary>
    [HookPoint("file.changed", Context = typeof(FileContext))]
    FileChanged = 67,

    /// <summary>The conversation is about to be shortened to fit the model's window.</summary>
    [HookPoint("compaction.started", Context = typeof(CompactionContext), Blocking = true, Allowed = HookResultKinds.Verdict, OnFailure = HookFailurePolicy.Continue)]
    BeforeCompaction = 68,

    /// <summary>The conversation has been shortened.</summary>
    [HookPoint("compaction.completed", Context = typeof(CompactionContext))]
    AfterCompaction = 69,

    /// <summary>Spending has passed the level at which the budget warns.</summary>
    [HookPoint("budget.warning", Context = typeof(BudgetContext))]
    BudgetWarning = 70,

    /// <summary>Spending has reached the budget's limit.</summary>
    [HookPoint("budget.exceeded", Context = typeof(BudgetContext))]
    BudgetExceeded = 71,

    /// <summary>An error has been reported that has no point of its own.</summary>
    [HookPoint("error.occurred", Context = typeof(ErrorContext))]
    ErrorOccurred = 72,

    /// <summary>Work goes on after an error that was reported before.</summary>
    [HookPoint("error.recovered", Context = typeof(ErrorContext))]
    ErrorRecovered = 73,

    /// <summary>A scheduled job has run.</summary>
    [HookPoint("job.executed", Context = typeof(JobContext))]
    JobExecuted = 74,

    /// <summary>The agent has something to tell its user: it waits, it needs permission, it is done.</summary>
    [HookPoint("notification.sent", Context = typeof(NotificationContext))]
    Notification = 75,

    /// <summary>An event is about to be published.</summary>
    [HookPoint("event.emit.before", Context = typeof(EventContext), Blocking = true, Allowed = HookResultKinds.Verdict)]
    BeforeEventEmit = 76,

    /// <summary>An event has been published.</summary>
    [HookPoint("event.emit.after", Context = typeof(EventContext))]
    AfterEventEmit = 77,

    /// <summary>A subscriber has failed on an event.</summary>
    [HookPoint("event.handler.error", Context = typeof(EventContext))]
    EventHandlerError = 78,
}
