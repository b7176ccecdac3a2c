namespace Hooks;

/// <summary>
/// What a call of a tool means that a coding agent brings along, whatever the agent calls the tool and its arguments. There are these
/// and no others: <see cref="ShellAct"/>, <see cref="ReadAct"/>, <see cref="WriteAct"/> and <see cref="EditAct"/> (both a
/// <see cref="FileChangeAct"/>), <see cref="SearchAct"/>, <see cref="FetchAct"/>, <see cref="WebSearchAct"/>, <see cref="TaskAct"/>, and
/// <see cref="UnreadableAct"/> for a call of such a tool whose arguments make no sense.
/// </summary>
/// <remarks>
/// An act says what the call asks for, in the agent's words: paths may be relative, lead through links, or hold <c>..</c>; commands are
/// not parsed. The agent decides what they hold.
/// </remarks>
public abstract record ToolAct
{
    private protected ToolAct()
    {
    }

    /// <summary>What is done; of an <see cref="UnreadableAct"/>, what a tool of that name does.</summary>
    public abstract ToolActKind Kind { get; }

    internal static bool SameItems<T>(IReadOnlyList<T>? some, IReadOnlyList<T>? others) =>
        some is null || others is null ? some == others : some.SequenceEqual(others);
}
