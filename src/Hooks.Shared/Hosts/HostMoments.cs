namespace Hooks.Shared;

/// <summary>Which points each moment fires, in order. What a denial or a file adds is behind them.</summary>
internal static class HostMoments
{
    public static IReadOnlyList<string> PointsOf(HostMoment moment) => moment switch
    {
        HostMoment.SessionStart => ["SessionStart"],
        HostMoment.SessionEnd => ["SessionEnd"],
        HostMoment.Prompt => ["BeforeTurn", "MessageReceived"],
        HostMoment.TurnEnd => ["AfterTurn"],
        HostMoment.MessageSent => ["MessageSent"],
        HostMoment.ModelCall => ["BeforeModelCall"],
        HostMoment.ModelChunk => ["ModelStreamChunk"],
        HostMoment.ModelSwitch => ["ModelSwitch"],
        HostMoment.ToolSelection => ["BeforeToolDiscovery"],
        HostMoment.ToolCall => ["ToolValidation", "BeforeToolCall", "AfterToolCall"],
        HostMoment.ToolResult => ["ToolResultReady", "AfterToolCall", "FileRead", "FileWrite", "FileEdit", "FileDelete", "FileChanged"],
        HostMoment.ToolFailure => ["ToolError", "AfterToolCall"],
        HostMoment.ToolEnd => ["AfterToolCall"],
        HostMoment.PermissionRequest => ["PermissionRequest"],
        HostMoment.PermissionDenied => ["PermissionDenied"],
        HostMoment.FileEdited => ["FileEdit", "FileChanged"],
        HostMoment.FileChanged => ["FileChanged"],
        HostMoment.SubagentStart => ["SubagentStart"],
        HostMoment.SubagentStop => ["SubagentStop"],
        HostMoment.Stop => ["BeforeAgentStop", "AfterTurn"],
        HostMoment.Compaction => ["BeforeCompaction"],
        HostMoment.CompactionEnd => ["AfterCompaction"],
        HostMoment.ConfigurationChange => ["ConfigurationChange"],
        HostMoment.Notification => ["Notification"],
        HostMoment.Error => ["ErrorOccurred"],
        _ => [],
    };
}
