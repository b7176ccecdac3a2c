using Hooks;

namespace Acme.Mistaken;

// A comment at the end of a line says what the compiler must report there.
public static class Mistakes
{
    [Hook(HookPoint.BeforeToolCall)]
    public static string Describe(ToolCallContext call) => call.ToolName; // HOOK001

    [Hook(HookPoint.BeforeToolCall)]
    public static HookResult Judge(SessionContext session) => session.Parent is null ? HookResult.Continue : HookResult.Cancel("nested"); // HOOK002

    [Hook(HookPoint.AfterToolCall)] // HOOK003
    public static HookResult Deny(ToolCallContext call) => call.ToolName == "rm" ? HookResult.Cancel("too late") : HookResult.Continue;

    [Hook(HookPoint.SessionStart)]
    private static void Greet(SessionContext session) => Console.WriteLine(session.AgentId); // HOOK004

    [Hook(HookPoint.SessionEnd, Tools = "@shell")] // HOOK012
    public static void Part(SessionContext session) => Console.WriteLine(session.AgentId);
}
