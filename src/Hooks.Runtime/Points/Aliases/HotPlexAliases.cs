namespace Hooks;

/// <summary>The events of HotPlex.</summary>
internal static class HotPlexAliases
{
    public static readonly HookPointAlias[] All =
    [
        new("session.start", HookPoint.SessionStart),
        new("session.end", HookPoint.SessionEnd),
        new("session.error", HookPoint.SessionError),
        new("turn.start", HookPoint.BeforeTurn),
        new("turn.end", HookPoint.AfterTurn),
        new("stream.start", HookPoint.StreamStart),
        new("stream.end", HookPoint.StreamEnd),
        new("tool.use", HookPoint.BeforeToolCall),
        new("tool.result", HookPoint.AfterToolCall),
        new("danger.blocked", HookPoint.SecurityViolation),
    ];
}
