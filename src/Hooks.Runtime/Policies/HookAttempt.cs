using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>One call of a hook that has settings of its own. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HookAttempt
{
    internal HookAttempt(int ticket, OwnToken? own)
    {
        Ticket = ticket;
        Own = own;
    }

    internal int Ticket { get; }

    internal OwnToken? Own { get; }

    /// <summary>The token for the hook: its own if it has one.</summary>
    /// <param name="cancellationToken">The caller's, for a hook that has none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CancellationToken TokenOr(CancellationToken cancellationToken) => Own is { } own ? own.Token : cancellationToken;
}
