[assembly: Hooks.ExcludeHooks("ChatAgent")]
[assembly: Hooks.ExcludeHooks("GuardedAgent")]
[assembly: Hooks.ExcludeHooks("GuardedMcpServer")]

namespace Hooks.Samples.Tests.Loop;

/// <summary>Hooks that answer by the tool's name, so that each test picks its verdict.</summary>
internal static class ScriptedHooks
{
    [Hook(HookPoint.ToolValidation, Tools = "invalid")]
    public static HookResult Refuse(ToolCallContext call) => HookResult.Cancel("invalid");

    [Hook(HookPoint.BeforeToolCall, Tools = "redirect|fork|cache|retry|replace|ask|cancel|skip")]
    public static HookResult Answer(ToolCallContext call) => call.ToolName switch
    {
        "redirect" => HookResult.Redirect("other"),
        "fork" => HookResult.Fork([new("other")]),
        "cache" => HookResult.Cache(TimeSpan.FromMinutes(1)),
        "retry" => HookResult.Retry(),
        "replace" => HookResult.Replace("stand-in"),
        "ask" => HookResult.Ask("may I?"),
        "cancel" => HookResult.Cancel("no"),
        _ => HookResult.Skipped,
    };

    [Hook(HookPoint.ToolResultReady, Tools = "withhold|repeat|swap")]
    public static HookResult Judge(ToolCallContext call) => call.ToolName switch
    {
        "withhold" => HookResult.Cancel("withheld"),
        "repeat" => HookResult.Retry(),
        _ => HookResult.Replace("swapped"),
    };

    [Hook(HookPoint.ToolError, Tools = "fail-*")]
    public static HookResult Recover(ToolCallContext call) => call.ToolName switch
    {
        "fail-retry" => HookResult.Retry(maxAttempts: 2),
        "fail-replace" => HookResult.Replace("recovered"),
        "fail-cancel" => HookResult.Cancel("as you were told"),
        _ => HookResult.Continue,
    };
}

/// <summary>Writes down in which order the points were fired, and with which outcome.</summary>
internal sealed class Witness
{
    public List<string> Seen { get; } = [];

    [Hook(HookPoint.SessionStart)]
    public void Start(SessionContext session) => Seen.Add("start");

    [Hook(HookPoint.AfterToolCall)]
    public void After(ToolCallContext call) => Seen.Add($"{call.ToolName}: {call.Outcome} {call.Result ?? call.ErrorMessage} x{call.Attempt}, {call.DecidedBy?.Method}");

    [Hook(HookPoint.SessionEnd)]
    public void End(SessionContext session) => Seen.Add($"end: {session.Reason}");
}
