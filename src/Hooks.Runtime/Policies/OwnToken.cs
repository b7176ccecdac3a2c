namespace Hooks;

/// <summary>A token of a hook's own: cancelled with its caller's, or when its time is up. Used again while that has not happened.</summary>
internal sealed class OwnToken
{
    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _link;

    public CancellationToken Token => _source.Token;

    public void Link(CancellationToken caller)
    {
        if (caller.CanBeCanceled)
            _link = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    /// <summary>Ends a call that is over; true if the token can serve another.</summary>
    public bool TryReset()
    {
        _link.Dispose();
        _link = default;
        return _source.TryReset();
    }

    /// <summary>Cancels. What callbacks of the hook throw is the hook's affair, and it has failed already.</summary>
    public void Cancel()
    {
        _link.Dispose();
        try
        {
            _source.Cancel();
        }
        catch (AggregateException)
        {
        }
    }
}
