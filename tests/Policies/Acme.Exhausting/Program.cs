using Acme.Exhausting;
using Hooks;

// Without a limit this would take all that the machine has.
if (AppContext.GetData("GCHeapHardLimit") is null && Environment.GetEnvironmentVariable("DOTNET_GCHeapHardLimit") is null)
{
    Console.Error.WriteLine("Set DOTNET_GCHeapHardLimit first.");
    return 2;
}

foreach (var path in Enum.GetValues<HookExecutionPath>())
{
    foreach (var keeps in new[] { false, true })
    {
        var failures = new List<string>();
        await using var dispatcher = GeneratedHooks.CreateDispatcher(new HookDispatcherOptions
        {
            ExecutionPath = path,
            OnReport = report => failures.Add($"{report.Hook!.Name} {report.Kind} {report.Exception!.GetType().Name}"),
        });
        var call = new ToolCallContext { ToolName = "bash" };
        await TellAsync("async entry", () => dispatcher.BeforeToolCallAsync(call));
        await TellAsync("sync entry", () => new(dispatcher.BeforeToolCall(call)));
        await TellAsync("suspended", () => dispatcher.BeforeModelCallAsync(new()));

        async Task TellAsync(string what, Func<ValueTask<HookResult>> fire)
        {
            MemoryHog.Kept = keeps ? [] : null;
            MemoryHog.IsHungry = true;
            var verdict = await fire();
            MemoryHog.Kept = null;
            MemoryHog.IsHungry = false;
            var next = await fire();
            Console.WriteLine($"{path}, {(keeps ? "kept" : "given back")}, {what}: {verdict.Kind}; {string.Join(", ", failures)}; then {next.Kind}");
            failures.Clear();
        }
    }
}

return 0;
