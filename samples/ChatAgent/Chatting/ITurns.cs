namespace ChatAgent.Chatting;

/// <summary>Where comes from what the person says.</summary>
internal interface ITurns
{
    /// <summary>What the person says next, shown on the timeline; null if that was all.</summary>
    ValueTask<string?> NextAsync(Screen.Timeline timeline, CancellationToken cancellationToken);
}
