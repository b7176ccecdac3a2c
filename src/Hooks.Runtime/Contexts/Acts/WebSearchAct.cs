namespace Hooks;

/// <summary>Searches the web.</summary>
/// <param name="Query">For what.</param>
public sealed record WebSearchAct(string Query) : ToolAct
{
    /// <inheritdoc/>
    public override ToolActKind Kind => ToolActKind.WebSearch;
}
