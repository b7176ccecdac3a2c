using global::Hooks;
using Something.Hooks;

await using var hooks = GeneratedHooks.CreateDispatcher();
var audit = new Audit();
Console.WriteLine($"{await hooks.BeforeToolCallAsync(new() { ToolName = "bash" })}, {audit.Says}");
