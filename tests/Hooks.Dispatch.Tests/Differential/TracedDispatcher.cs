using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential;

/// <summary>A dispatcher whose reports go to whoever fires at the moment.</summary>
internal sealed class TracedDispatcher : IAsyncDisposable
{
    public TracedDispatcher(HookProgram program, HookExecutionPath path, object[] hookObjects) =>
        Dispatcher = program.CreateDispatcher(new HookDispatcherOptions { ExecutionPath = path, OnReport = report => Report?.Invoke(report) }, hookObjects);

    public HookDispatcher Dispatcher { get; }

    public Action<HookReport>? Report { get; set; }

    public ValueTask DisposeAsync() => Dispatcher.DisposeAsync();
}
