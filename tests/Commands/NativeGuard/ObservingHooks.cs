using Hooks;
using Hooks.Commands;

namespace NativeGuard;

/// <summary>The hooks that only look on, and may add to what the model reads.</summary>
internal static class ObservingHooks
{
    [Hook(HookPoint.SessionStart), Hook(HookPoint.SessionEnd), Hook(HookPoint.SubagentStart), Hook(HookPoint.Notification)]
    [Hook(HookPoint.AfterCompaction), Hook(HookPoint.ErrorOccurred), Hook(HookPoint.MessageSent), Hook(HookPoint.FileEdit), Hook(HookPoint.FileChanged)]
    public static void Observe(HookContext context) => Do(context);

    /// <summary>Writes past the console, as a program that a hook starts does.</summary>
    [Hook(HookPoint.BeforeToolCall, Priority = HookPriority.Highest)]
    public static void Raw(ToolCallContext call)
    {
        if (Order.In(call) is not { Word: "raw" } order)
            return;
        using var output = Console.OpenStandardOutput();
        output.Write(System.Text.Encoding.UTF8.GetBytes(order.Rest + "\n"));
    }

    /// <summary>Does not end.</summary>
    [Hook(HookPoint.BeforeToolCall, Background = true)]
    public static void Linger(ToolCallContext call)
    {
        if (Order.In(call).Word == "linger")
            Blocked.ForEver();
    }

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
