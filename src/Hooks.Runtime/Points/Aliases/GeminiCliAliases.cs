namespace Hooks;

/// <summary>The hook events of Gemini CLI.</summary>
/// <remarks>
/// AfterAgent may send the agent back to work, and AfterModel comes with every piece of a streamed answer, whatever their
/// names say.
/// </remarks>
internal static class GeminiCliAliases
{
    public static readonly HookPointAlias[] All =
    [
        new("SessionStart", HookPoint.SessionStart),
        new("SessionEnd", HookPoint.SessionEnd),
        new("BeforeAgent", HookPoint.BeforeTurn),
        new("AfterAgent", HookPoint.BeforeAgentStop),
        new("BeforeModel", HookPoint.BeforeModelCall),
        new("AfterModel", HookPoint.ModelStreamChunk),
        new("BeforeToolSelection", HookPoint.BeforeToolDiscovery),
        new("BeforeTool", HookPoint.BeforeToolCall),
        new("AfterTool", HookPoint.ToolResultReady),
        new("PreCompress", HookPoint.BeforeCompaction),
        new("Notification", HookPoint.Notification),
    ];
}
