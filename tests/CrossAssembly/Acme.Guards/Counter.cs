using Hooks;

namespace Acme.Guards;

/// <summary>Made by whoever makes the table.</summary>
internal sealed class Counter : IDisposable
{
    private int _calls;

    [Hook(HookPoint.BeforeToolCall, Name = "counter")]
    public void Count(ToolCallContext call) => call.AddContext($"Guards.Counter {++_calls}");

    [Hook(HookPoint.SessionEnd)]
    public Task End(SessionContext session)
    {
        session.AddContext($"Guards.Counter ends at {_calls}");
        return Task.CompletedTask;
    }

    public void Dispose() => _calls = -1;
}
