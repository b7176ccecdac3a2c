using System.Collections.Concurrent;

namespace Hooks.Events.Tests.Bridging;

public sealed class ConvenienceTests
{
    [Fact]
    public async Task What_is_wanted_most_often_comes_with_its_data()
    {
        await using var scene = new Scene();
        var seen = new ConcurrentQueue<string>();
        scene.Bus.OnFileWritten((path, _) => seen.Enqueue($"written {path}"));
        scene.Bus.OnError((message, e) => seen.Enqueue($"error {message} {e.SessionId}"));
        scene.Bus.OnSessionEnded((duration, tokens, _) => seen.Enqueue($"session {duration.TotalSeconds} {tokens}"));
        scene.Bus.OnToolCalled((tool, duration, _) => seen.Enqueue($"tool {tool} {duration.TotalMilliseconds}"));
        var dispatcher = new HookDispatcher(new NoHooks());
        using var bridge = HookEventBridge.Attach(dispatcher, scene.Bus);
        await dispatcher.FileWriteAsync(new() { Path = "a.cs" });
        await dispatcher.FileReadAsync(new() { Path = "b.cs" });
        await dispatcher.ErrorOccurredAsync(new() { Error = new InvalidOperationException("boom"), SessionId = "s" });
        await dispatcher.SessionEndAsync(new() { Duration = TimeSpan.FromMinutes(2), Usage = new() { InputTokens = 30, OutputTokens = 12 } });
        await dispatcher.SessionEndAsync(new());
        await dispatcher.AfterToolCallAsync(new() { ToolName = "bash", Duration = TimeSpan.FromMilliseconds(12.5), Outcome = ToolCallOutcome.Failed });
        scene.Publish("tool.call.after", data: """{"tool":"sly","duration_ms":1e300}""");
        scene.Publish("file.write", data: "[1]");
        await scene.Bus.DisposeAsync();

        Assert.Equal(["error boom s", "session 0 0", "session 120 42", "tool bash 12.5", "tool sly 0", "written a.cs"], seen.Order(StringComparer.Ordinal));
    }
}
