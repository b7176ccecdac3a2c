using System.Runtime.ExceptionServices;

namespace Hooks;

/// <summary>A call that is being made, and for whose result others with the same key wait.</summary>
internal sealed class Flight
{
    private readonly TaskCompletionSource<Landing> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Land(object? value) => _landed.TrySetResult(new(LandingKind.Result, value, null));

    public void Fail(Exception error) => _landed.TrySetResult(new(LandingKind.Failure, null, ExceptionDispatchInfo.Capture(error)));

    /// <summary>The caller who made it has left, and nobody knows what would have come of it.</summary>
    public void Abandon() => _landed.TrySetResult(default);

    /// <summary>Waits for the result, as long as the caller likes.</summary>
    /// <returns>Whether there is one; else the caller has to try again.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled; the flight goes on.</exception>
    public async ValueTask<(bool IsThere, object? Value)> WaitAsync(CancellationToken cancellationToken)
    {
        var landing = await _landed.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        landing.Error?.Throw();
        return (landing.Kind == LandingKind.Result, landing.Value);
    }

    private readonly record struct Landing(LandingKind Kind, object? Value, ExceptionDispatchInfo? Error);

    private enum LandingKind
    {
        Abandoned,
        Result,
        Failure,
    }
}
