using static Hooks.Shared.HostAnswers;

namespace Hooks.Shared;

/// <summary>The hook events of Gemini CLI.</summary>
internal static class GeminiEvents
{
    public static IReadOnlyList<HostEvent> All { get; } =
    [
        new("SessionStart", HostMoment.SessionStart, AddContext, HostMatcher.Value),
        new("SessionEnd", HostMoment.SessionEnd, None, HostMatcher.Value),
        new("BeforeAgent", HostMoment.Prompt, Deny | AddContext | StopAll),
        new("AfterAgent", HostMoment.Stop, KeepWorking | StopAll),
        new("BeforeModel", HostMoment.ModelCall, Deny | Rewrite | Replace | StopAll),
        new("AfterModel", HostMoment.ModelChunk, Deny | Replace | StopAll),
        new("BeforeToolSelection", HostMoment.ToolSelection, Narrow),
        new("BeforeTool", HostMoment.ToolCall, Deny | Rewrite | StopAll, HostMatcher.Tool),
        new("AfterTool", HostMoment.ToolResult, Replace | AddContext | StopAll, HostMatcher.Tool),
        new("PreCompress", HostMoment.Compaction, None, HostMatcher.Value),
        new("Notification", HostMoment.Notification, None, HostMatcher.Value),
    ];
}
