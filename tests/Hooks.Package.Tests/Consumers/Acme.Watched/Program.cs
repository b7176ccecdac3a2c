using System.Text.Json.Serialization;
using Acme.Watched;
using Hooks;
using Hooks.Events;

var store = new InMemoryEventStore();
await using var bus = new EventBus(new() { Store = store });
await using var hooks = GeneratedHooks.CreateDispatcher();
using var bridge = HookEventBridge.Attach(hooks, bus, new() { IncludeContext = true });
var calls = bus.SubscribeReader("{tool,report}.**", new() { Name = "calls" });

foreach (var command in new[] { "git status", "git push --force" })
{
    var verdict = await hooks.BeforeToolCallAsync(new() { ToolName = "bash", Arguments = new() { ["command"] = command } });
    Console.WriteLine($"{command}: {verdict.Kind}");
}

using var publisher = bus.CreatePublisher("reporter", new() { MayPublish = [EventPattern.Regex("report\\.[a-z]+")] });
await publisher.PublishAsync(new HookEvent("report.made") { Data = EventData.From(new Report("calls", 2), ReportJson.Default.Report) }, EventPublishOptions.Stored);
Console.WriteLine((await publisher.PublishAsync(new HookEvent("tool.call.after"))).Reason);

var disposing = bus.DisposeAsync();
await foreach (var e in calls)
    Console.WriteLine($"{e.Type}: {(e.Data!.TryGetMembers(out var members) && members.ContainsKey("verdict") ? members.GetString("verdict") : e.Data)}");
await disposing;
await foreach (var stored in bus.ReplayAsync())
    Console.WriteLine($"stored: {CloudEventJson.Parse(CloudEventJson.Serialize(stored)).Data!.Read(ReportJson.Default.Report)}");

internal sealed record Report(string Title, int Count);

[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJson : JsonSerializerContext;

internal static class Guards
{
    [Hook(HookPoint.BeforeToolCall, Tools = "@shell")]
    public static HookResult NoForcePush(ToolCallContext call) =>
        call.Arguments.TryGetString("command", out var command) && command.Contains("--force") ? HookResult.Cancel("no") : HookResult.Continue;
}
