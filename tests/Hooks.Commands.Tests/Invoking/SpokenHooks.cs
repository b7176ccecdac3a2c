namespace Hooks.Commands.Tests.Invoking;

/// <summary>Hooks that do what a payload tells them: <c>verdict: reason</c> in a command, a prompt or a result.</summary>
internal static class SpokenHooks
{
    [Hook(HookPoint.BeforeToolCall)]
    public static HookResult Call(ToolCallContext call)
    {
        var command = call.Arguments.GetString("command") ?? "";
        switch (Verb(command))
        {
            case "rewrite":
                call.Arguments["command"] = Rest(command);
                return HookResult.Modified;
            case "approved":
                call.Arguments["command"] = Rest(command);
                call.ApproveRewrite();
                return HookResult.Modified;
            case "remove":
                call.Arguments.Remove("description");
                return HookResult.Modified;
            default:
                return Say(call, command);
        }
    }

    [Hook(HookPoint.BeforeTurn)]
    public static HookResult Prompt(TurnContext turn) => Say(turn, turn.Prompt);

    [Hook(HookPoint.ToolResultReady)]
    public static HookResult Result(ToolCallContext call) => Say(call, call.Arguments.GetString("command"));

    [Hook(HookPoint.ToolError)]
    public static HookResult Error(ToolCallContext call) => Say(call, call.ErrorMessage);

    [Hook(HookPoint.PermissionRequest)]
    public static HookResult Permission(PermissionContext request) => Say(request, request.Arguments.GetString("command"));

    [Hook(HookPoint.BeforeAgentStop), Hook(HookPoint.SubagentStop)]
    public static HookResult Stop(AgentContext agent) => agent.ContinuationCount > 0 ? HookResult.Continue : Say(agent, agent.Response);

    [Hook(HookPoint.SessionStart)]
    public static void Session(SessionContext session) => session.AddContext(session.Source == "context" ? "the branch is main" : null);

    [Hook(HookPoint.ModelSwitch)]
    public static HookResult Switch(ModelSwitchContext change) => Say(change, change.ToModel);

    [Hook(HookPoint.BeforeCompaction)]
    public static HookResult Compaction(CompactionContext compaction) => Say(compaction, compaction.Instructions);

    [Hook(HookPoint.ConfigurationChange)]
    public static HookResult Configuration(SystemContext change) => Say(change, change.FilePath);

    [Hook<ClaudeTaskCompleted>]
    public static HookResult Task(ClaudeTaskCompleted task) => Say(task, task.Subject);

    [Hook<ClaudeWorktreeCreate>]
    public static HookResult Worktree(ClaudeWorktreeCreate create) => Say(create, create.Name);

    private static HookResult Say(HookContext context, string? text)
    {
        var reason = Rest(text ?? "");
        switch (Verb(text ?? ""))
        {
            case "deny": return HookResult.Cancel(reason);
            case "ask": return HookResult.Ask(reason);
            case "allow": return HookResult.Allow(reason);
            case "replace": return HookResult.Replace(reason);
            case "retry": return HookResult.Retry(reason);
            case "redirect": return HookResult.Redirect(reason);
            case "throw": throw new InvalidOperationException("secret detail: " + reason);
            case "context":
                context.AddContext(reason);
                return HookResult.Continue;
            case "stop":
                context.StopEverything(reason);
                return HookResult.Continue;
            case "print":
                Console.WriteLine(reason);
                return HookResult.Continue;
            default: return HookResult.Continue;
        }
    }

    private static string Verb(string text) => text.Split(':', 2) is [var verb, _] ? verb : "";

    private static string Rest(string text) => text.Split(':', 2) is [_, var rest] ? rest.Trim() : text;
}
