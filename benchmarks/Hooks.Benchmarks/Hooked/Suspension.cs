using System.Threading.Tasks.Sources;

namespace Hooks.Benchmarks.Hooked;

/// <summary>A pending answer that the benchmark completes by hand and uses again, so that the hook itself allocates nothing.</summary>
internal sealed class Suspension : IValueTaskSource<HookResult>
{
    private ManualResetValueTaskSourceCore<HookResult> _source;

    public ValueTask<HookResult> Begin()
    {
        _source.Reset();
        return new(this, _source.Version);
    }

    /// <summary>Answers; what waits for it goes on before this returns.</summary>
    public void End() => _source.SetResult(HookResult.Continue);

    HookResult IValueTaskSource<HookResult>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<HookResult>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<HookResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
