using Hooks;

namespace NativeGuard;

/// <summary>Says on standard error what a typed context holds, so that a test sees that it was read right.</summary>
internal static class Telling
{
    public static void Tell(HookContext context) => Console.Error.WriteLine("told: " + context switch
    {
        ToolCallContext call => $"{Act(call.GetAct())} | {call.ToolName}, {call.CallId ?? "-"}, {call.PermissionMode ?? "-"}, {call.WorkingDirectory}, turn {call.TurnId ?? "-"}",
        PermissionContext request => $"{Act(request.GetAct())} | {request.ToolName}, {request.PermissionMode}, {request.WorkingDirectory}, rules {string.Join(" ", request.SuggestedRules ?? [])}",
        TurnContext turn => $"{turn.Prompt} | {turn.PermissionMode ?? "-"}, {turn.WorkingDirectory}, {turn.TranscriptPath}",
        SessionContext session => $"{session.Source} | {session.Model ?? "-"}, {session.WorkingDirectory}, {session.TranscriptPath ?? "-"}",
        AgentContext agent => $"{agent.Response} | {agent.ContinuationCount}, {agent.PermissionMode}, {agent.WorkingDirectory}",
        _ => context.GetType().Name,
    });

    private static string Act(ToolAct? act) => act is ShellAct shell ? "run " + shell.Command : act?.ToString() ?? "-";
}
