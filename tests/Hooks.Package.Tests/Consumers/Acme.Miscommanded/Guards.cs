using Hooks;

namespace Acme.Miscommanded;

public static class Guards
{
    [Hook(HookPoint.BeforeToolCall)]
    public static HookResult Asks(ToolCallContext call)
    {
        Console.WriteLine(call.ToolName); // HOOK301
        if (call.ToolName.Length == 0)
            Environment.Exit(1); // HOOK302
        return call.IsReadOnly ? HookResult.Continue : HookResult.Ask("sure?"); // HOOK304
    }

    [Hook(HookPoint.BeforeModelCall)] // HOOK303
    public static void Count(ModelCallContext call) => Console.Error.WriteLine(call.Model);

    [Hook(HookPoint.BeforeAgentStop)]
    public static HookResult Stop(AgentContext agent) =>
        agent.Response is null ? HookResult.Continue : HookResult.Retry("go on"); // HOOK305
}
