using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>
/// A token of a hook's own: cancelled with its caller's, or when its time is up. Each thread keeps a few and uses them
/// again, without locks: only their thread takes them, and whoever has one gives it back.
/// </summary>
internal sealed class OwnToken
{
    // As many as a thread that nests fires, or leaves hooks suspended behind it, uses again; what is more is made each time.
    private const int MostOfAThread = 4;

    [ThreadStatic]
    private static OwnToken? t_first;

    private CancellationTokenSource _source = new();
    private CancellationToken _caller;
    private CancellationTokenRegistration _link;
    private OwnToken? _next;
    private bool _isTaken = true;

    private OwnToken() => Token = _source.Token;

    // The link would keep the source alive as long as the caller's, also after the thread has ended.
    ~OwnToken() => _link.Unregister();

    public CancellationToken Token { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OwnToken Take(CancellationToken caller)
    {
        var own = t_first;
        if (own is null || Volatile.Read(ref own._isTaken))
            own = TakeAnother(own);
        else
            own._isTaken = true;

        // The link to a caller's token stays for the next call, which mostly comes with the same one.
        if (own._caller != caller)
            own.Link(caller);
        return own;
    }

    /// <summary>The hook has suspended: from now on the link has to hold, even if the caller's source was reset in the meantime.</summary>
    public void Hold()
    {
        if (!_caller.CanBeCanceled)
            return;
        _link.Unregister();
        Register();
    }

    /// <summary>Ends a call that is over.</summary>
    public void Return()
    {
        if (!_source.TryReset())
            Renew();
        Volatile.Write(ref _isTaken, false);
    }

    /// <summary>Cancels. What the hook does then, how long that takes and what it throws is its own affair: it has failed already.</summary>
    public void Cancel()
    {
        _link.Unregister();
        GeneralPath.Observe(_source.CancelAsync());
    }

    private static OwnToken TakeAnother(OwnToken? first)
    {
        var count = 0;
        for (var own = first; own is not null; own = own._next, count++)
        {
            if (Volatile.Read(ref own._isTaken))
                continue;
            own._isTaken = true;
            return own;
        }

        var made = new OwnToken();
        if (count >= MostOfAThread)
            return made;
        made._next = first;
        t_first = made;
        return made;
    }

    private void Link(CancellationToken caller)
    {
        // Where the last caller has cancelled, or is about to, what it cancels is no longer this one.
        if (_caller.CanBeCanceled && !_link.Unregister())
            Renew();
        _caller = caller;
        Register();
    }

    private void Register() => _link = _caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);

    private void Renew()
    {
        _link.Unregister();
        (_link, _caller) = (default, default);
        _source = new();
        Token = _source.Token;
    }
}
