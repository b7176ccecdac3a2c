namespace Hooks.Shared;

/// <summary>What an event of a coding agent is about. It decides which points are fired, and in which order.</summary>
internal enum HostMoment
{
    /// <summary>An event with a custom point of its own.</summary>
    Custom,
    SessionStart,
    SessionEnd,
    Prompt,
    TurnEnd,
    MessageSent,
    ModelCall,
    ModelChunk,
    ModelSwitch,
    ToolSelection,
    ToolCall,
    ToolResult,
    ToolFailure,

    /// <summary>A call is over whose result another event has shown already.</summary>
    ToolEnd,
    PermissionRequest,
    PermissionDenied,
    FileEdited,
    FileChanged,
    SubagentStart,
    SubagentStop,
    Stop,
    Compaction,
    CompactionEnd,
    ConfigurationChange,
    Notification,
    Error,
}
