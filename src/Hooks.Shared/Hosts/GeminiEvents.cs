using static Hooks.Shared.HostAnswers;

namespace Hooks.Shared;

/// <summary>The hook events of Gemini CLI.</summary>
internal static class GeminiEvents
{
    private const int Minute = 60_000;

    public static IReadOnlyList<HostEvent> All { get; } =
    [
        new("SessionStart", HostMoment.SessionStart, AddContext, HostMatcher.Value) { TimeoutMilliseconds = Minute },
        new("SessionEnd", HostMoment.SessionEnd, None, HostMatcher.Value) { TimeoutMilliseconds = Minute },
        new("BeforeAgent", HostMoment.Prompt, Deny | AddContext | StopAll) { TimeoutMilliseconds = Minute },
        new("AfterAgent", HostMoment.Stop, KeepWorking | StopAll) { TimeoutMilliseconds = Minute },
        new("BeforeModel", HostMoment.ModelCall, Deny | Rewrite | Replace | StopAll) { TimeoutMilliseconds = Minute },
        new("AfterModel", HostMoment.ModelChunk, Deny | Replace | StopAll) { TimeoutMilliseconds = Minute },
        new("BeforeToolSelection", HostMoment.ToolSelection, Narrow) { TimeoutMilliseconds = Minute },
        new("BeforeTool", HostMoment.ToolCall, Deny | Rewrite | StopAll, HostMatcher.Tool) { TimeoutMilliseconds = Minute },
        new("AfterTool", HostMoment.ToolResult, Replace | AddContext | StopAll, HostMatcher.Tool) { TimeoutMilliseconds = Minute },
        new("PreCompress", HostMoment.Compaction, None, HostMatcher.Value) { TimeoutMilliseconds = Minute },
        new("Notification", HostMoment.Notification, None, HostMatcher.Value) { TimeoutMilliseconds = Minute },
    ];
}
