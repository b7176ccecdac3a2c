using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential;

/// <summary>A dispatcher whose reports go to whoever fires at the moment.</summary>
internal sealed class TracedDispatcher : IAsyncDisposable
{
    /// <param name="program">The hooks.</param>
    /// <param name="path">How a fire runs.</param>
    /// <param name="hookObjects">Their objects.</param>
    /// <param name="fireTimeout">A limit, here one that no fire comes to, takes every fire all the way along the general path.</param>
    public TracedDispatcher(HookProgram program, HookExecutionPath path, object[] hookObjects, TimeSpan? fireTimeout = null)
    {
        Name = fireTimeout is null ? path.ToString() : $"{path} with a limit";
        Dispatcher = program.CreateDispatcher(new HookDispatcherOptions { ExecutionPath = path, FireTimeout = fireTimeout, OnReport = report => Report?.Invoke(report) }, hookObjects);
    }

    public string Name { get; }

    public HookDispatcher Dispatcher { get; }

    public Action<HookReport>? Report { get; set; }

    public ValueTask DisposeAsync() => Dispatcher.DisposeAsync();
}
