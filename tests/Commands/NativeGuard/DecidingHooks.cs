using Hooks;
using Hooks.Commands;

namespace NativeGuard;

/// <summary>The hooks that give a verdict, at every point that takes one.</summary>
internal static class DecidingHooks
{
    [Hook(HookPoint.BeforeTurn), Hook(HookPoint.BeforeToolCall), Hook(HookPoint.ToolResultReady), Hook(HookPoint.ToolError)]
    [Hook(HookPoint.PermissionRequest), Hook(HookPoint.PermissionDenied), Hook(HookPoint.BeforeAgentStop), Hook(HookPoint.SubagentStop)]
    [Hook(HookPoint.BeforeCompaction), Hook(HookPoint.ModelSwitch), Hook(HookPoint.ConfigurationChange)]
    [Hook(HookPoint.BeforeModelCall), Hook(HookPoint.ModelStreamChunk), Hook(HookPoint.BeforeToolDiscovery)]
    public static async ValueTask<HookResult> DecideAsync(HookContext context, CancellationToken cancellationToken)
    {
        var order = Order.In(context);
        switch (order.Word)
        {
            case "hang":
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
            case "block":
                Blocked.ForEver();
                break;
            case "burn":
                Burn();
                break;
            case "exit":
                Environment.Exit(0);
                break;
            case "crash":
                new Thread(() => throw new InvalidOperationException("on a thread of its own")).Start();
                Blocked.ForEver();
                break;
            case "rewrite" or "approved" or "remove" or "narrow":
                Change(context, order);
                return HookResult.Modified;
        }

        return Answer(context, order);
    }

    [Hook<ClaudePromptExpansion>]
    public static HookResult Expansion(ClaudePromptExpansion expansion) => Answer(expansion, Order.In(expansion));

    [Hook<ClaudeMessageDisplay>]
    public static HookResult Display(ClaudeMessageDisplay message) => Answer(message, Order.In(message));

    [Hook<ClaudeToolBatch>]
    public static HookResult Batch(ClaudeToolBatch batch) => Answer(batch, Order.In(batch));

    [Hook<ClaudeTaskCreated>]
    public static HookResult Created(ClaudeTaskCreated task) => Answer(task, Order.In(task));

    [Hook<ClaudeTaskCompleted>]
    public static HookResult Completed(ClaudeTaskCompleted task) => Answer(task, Order.In(task));

    [Hook<ClaudeTeammateIdle>]
    public static HookResult Idle(ClaudeTeammateIdle teammate) => Answer(teammate, Order.In(teammate));

    [Hook<ClaudeWorktreeCreate>]
    public static HookResult Worktree(ClaudeWorktreeCreate worktree) => Answer(worktree, Order.In(worktree));

    [Hook<ClaudeElicitation>]
    public static HookResult Elicitation(ClaudeElicitation elicitation) => Elicited(elicitation);

    [Hook<ClaudeElicitationResult>]
    public static HookResult ElicitationResult(ClaudeElicitationResult elicitation) => Elicited(elicitation);

    [Hook<CursorTabFileRead>]
    public static HookResult TabRead(CursorTabFileRead read) => Answer(read, Order.In(read));

    [Hook<CopilotPromptTransformed>]
    public static HookResult Transformed(CopilotPromptTransformed prompt) => Answer(prompt, Order.In(prompt));

    // Neither waits nor allocates nor calls anything.
    private static void Burn()
    {
        for (var i = 0u; ; i++)
        {
        }
    }

    private static HookResult Elicited(HookContext context) => Order.In(context) is { Word: "replace" } order
        ? HookResult.Replace(new Dictionary<string, object?> { ["username"] = order.Rest })
        : Answer(context, Order.In(context));

    private static void Change(HookContext context, Order order)
    {
        switch (context)
        {
            case ToolCallContext call when order.Word == "remove":
                call.Arguments.Remove("description");
                break;
            case ToolCallContext call:
                call.Arguments["command"] = order.Rest;
                if (order.Word == "approved")
                    call.ApproveRewrite();
                break;
            case PermissionContext request:
                request.Arguments["command"] = order.Rest;
                break;
            case TurnContext turn:
                turn.Prompt = order.Rest;
                break;
            case ModelCallContext call:
                call.Model = order.Rest;
                break;
            case StreamChunkContext chunk:
                chunk.Text = order.Rest;
                break;
            case ToolDiscoveryContext discovery:
                discovery.Narrow([order.Rest]);
                break;
        }
    }

    private static HookResult Answer(HookContext context, Order order)
    {
        switch (order.Word)
        {
            case "deny": return HookResult.Cancel(order.Rest);
            case "ask": return HookResult.Ask(order.Rest);
            case "allow": return HookResult.Allow(order.Rest);
            case "replace": return HookResult.Replace(order.Rest);
            case "retry": return HookResult.Retry(order.Rest);
            case "redirect": return HookResult.Redirect(order.Rest);
            case "context":
                context.AddContext(order.Rest);
                return HookResult.Continue;
            case "stop":
                context.StopEverything(order.Rest);
                return HookResult.Continue;
            case "print":
                Console.WriteLine(order.Rest);
                return HookResult.Continue;
            case "throw": throw new InvalidOperationException("a detail for nobody: " + order.Rest);
            default: return HookResult.Continue;
        }
    }
}
