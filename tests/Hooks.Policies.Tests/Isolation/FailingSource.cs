using System.Threading.Tasks.Sources;

namespace Hooks.Policies.Tests.Isolation;

/// <summary>What stands behind a value task, and fails when it is asked for its status, or for its result.</summary>
/// <param name="error">The failure.</param>
/// <param name="status">What it says that its status is; null if it fails already when asked.</param>
internal sealed class FailingSource(Exception error, ValueTaskSourceStatus? status) : IValueTaskSource<HookResult>, IValueTaskSource
{
    public ValueTaskSourceStatus GetStatus(short token) => status ?? throw error;

    public HookResult GetResult(short token) => throw error;

    void IValueTaskSource.GetResult(short token) => throw error;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => continuation(state);
}
