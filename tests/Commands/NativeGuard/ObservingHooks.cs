using Hooks;
using Hooks.Commands;

namespace NativeGuard;

/// <summary>The hooks that only look on, and may add to what the model reads.</summary>
internal static class ObservingHooks
{
    [Hook(HookPoint.SessionStart), Hook(HookPoint.SessionEnd), Hook(HookPoint.SubagentStart), Hook(HookPoint.Notification)]
    [Hook(HookPoint.AfterCompaction), Hook(HookPoint.ErrorOccurred), Hook(HookPoint.MessageSent), Hook(HookPoint.FileEdit), Hook(HookPoint.FileChanged)]
    public static void Observe(HookContext context) => Do(context);

    /// <summary>Says on standard error what has come of a call, so that a test sees that it was told.</summary>
    [Hook(HookPoint.AfterToolCall)]
    public static void Outcome(ToolCallContext call) => Console.Error.WriteLine($"outcome: {call.Outcome}");

    [Hook<ClaudeSetup>]
    public static void Setup(ClaudeSetup setup) => Do(setup);

    [Hook<ClaudeModelSwitched>]
    public static void Switched(ClaudeModelSwitched change) => Do(change);

    [Hook<ClaudeDirectoryAdded>]
    public static void Added(ClaudeDirectoryAdded added) => Do(added);

    [Hook<CursorAgentThought>]
    public static void Thought(CursorAgentThought thought) => Do(thought);

    private static void Do(HookContext context)
    {
        var order = Order.In(context);
        switch (order.Word)
        {
            case "context":
                context.AddContext(order.Rest);
                break;
            case "stop":
                context.StopEverything(order.Rest);
                break;
            case "print":
                Console.WriteLine(order.Rest);
                break;
            case "throw":
                throw new InvalidOperationException("a detail for nobody: " + order.Rest);
        }
    }
}
