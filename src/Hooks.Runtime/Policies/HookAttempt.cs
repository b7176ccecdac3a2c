using System.ComponentModel;

namespace Hooks;

/// <summary>One call of a hook that has settings of its own. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HookAttempt
{
    internal HookAttempt(int ticket, OwnToken? own, CancellationToken caller)
    {
        Ticket = ticket;
        Own = own;
        Token = own?.Token ?? caller;
    }

    /// <summary>The token for the hook: its own, or the caller's.</summary>
    public CancellationToken Token { get; }

    internal int Ticket { get; }

    internal OwnToken? Own { get; }
}
