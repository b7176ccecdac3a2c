namespace Hooks;

/// <summary>Fetches something from the web.</summary>
/// <param name="Url">From where; null in Gemini CLI, where the addresses stand in the prompt.</param>
/// <param name="Prompt">What is wanted of it. One of the two is there.</param>
public sealed record FetchAct(string? Url, string? Prompt) : ToolAct
{
    /// <inheritdoc/>
    public override ToolActKind Kind => ToolActKind.Fetch;
}
