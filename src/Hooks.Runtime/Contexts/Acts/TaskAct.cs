namespace Hooks;

/// <summary>Gives another agent something to do.</summary>
/// <param name="Prompt">What it is to do.</param>
public sealed record TaskAct(string Prompt) : ToolAct
{
    /// <inheritdoc/>
    public override ToolActKind Kind => ToolActKind.Task;

    /// <summary>Which agent.</summary>
    public string? AgentType { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public string? Description { get; init; }
}
