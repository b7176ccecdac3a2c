namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>The bodies of hooks in compiled test sources: one method for each return type that a hook may have.</summary>
public static class Scripted
{
    public static void Void(HookContext context, string hook, CancellationToken? token = null) =>
        HookScript.Of(context).Run(hook, context, token).GetAwaiter().GetResult();

    public static Task Task(HookContext context, string hook, CancellationToken? token = null) =>
        HookScript.Of(context).Run(hook, context, token).AsTask();

    public static ValueTask ValueTask(HookContext context, string hook, CancellationToken? token = null)
    {
        var run = HookScript.Of(context).Run(hook, context, token);
        return run.IsCompletedSuccessfully ? default : new(run.AsTask());
    }

    public static HookResult Result(HookContext context, string hook, CancellationToken? token = null) =>
        HookScript.Of(context).Run(hook, context, token).GetAwaiter().GetResult();

    public static Task<HookResult> TaskOfResult(HookContext context, string hook, CancellationToken? token = null) =>
        HookScript.Of(context).Run(hook, context, token).AsTask();

    public static ValueTask<HookResult> ValueTaskOfResult(HookContext context, string hook, CancellationToken? token = null) =>
        HookScript.Of(context).Run(hook, context, token);
}
