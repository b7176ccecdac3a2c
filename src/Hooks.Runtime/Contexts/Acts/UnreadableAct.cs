namespace Hooks;

/// <summary>
/// A call of a tool that a coding agent brings along, with arguments that make no sense to it: something is missing, of another type,
/// said twice in different ways, or out of all proportion. What the agent would make of it nobody knows: a guard should say no, or ask.
/// </summary>
/// <param name="Kind">What a tool of that name does.</param>
/// <param name="Reason">What is wrong, for people. It holds nothing of what the agent has written.</param>
public sealed record UnreadableAct(ToolActKind Kind, string Reason) : ToolAct
{
    /// <inheritdoc/>
    public override ToolActKind Kind { get; } = Kind;
}
