using Acme.Direct;
using Hooks;

await using var hooks = GeneratedHooks.CreateDispatcher();
foreach (var command in new[] { "git status", "git push --force" })
{
    var call = new ToolCallContext { ToolName = "bash", Arguments = new() { ["command"] = command } };
    var verdict = await hooks.BeforeToolCallAsync(call);
    Console.WriteLine($"{command}: {verdict} by {call.DecidedBy?.Name ?? "nobody"}");
    await hooks.AfterToolCallAsync(call);
}

internal static class Counting
{
    private static int _calls;

    [Hook(HookPoint.BeforeToolCall, Priority = HookPriority.High)]
    public static void Count(ToolCallContext call) => Console.WriteLine($"call {++_calls}: {call.ToolName}");
}
