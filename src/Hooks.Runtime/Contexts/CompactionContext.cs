using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>The shortening of a conversation that no longer fits the model's window.</summary>
public sealed class CompactionContext : HookContext
{
    /// <summary>Who asked for it.</summary>
    public CompactionTrigger Trigger { get; init; }

    /// <summary>What the summary should keep in mind.</summary>
    public string? Instructions { get; set => field = Change(value); }

    /// <summary>The conversation's length before, in tokens.</summary>
    public long? TokensBefore { get; init; }

    /// <summary>The conversation's length after, in tokens. The host fills it in.</summary>
    public long? TokensAfter { get; set => field = Change(value); }

    /// <summary>How many messages there were before.</summary>
    public int? MessagesBefore { get; init; }

    /// <summary>How many messages there are after. The host fills it in.</summary>
    public int? MessagesAfter { get; set => field = Change(value); }

    /// <summary>What stands in place of the messages left out. The host fills it in.</summary>
    public string? Summary { get; set => field = Change(value); }

    /// <summary>How long it took. The host fills it in.</summary>
    public TimeSpan? Duration { get; set => field = Change(value); }

    /// <summary>The file in which the host keeps the transcript.</summary>
    public string? TranscriptPath { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override CompactionContext Final => (CompactionContext)base.Final;
}

/// <summary>Who asked for a compaction.</summary>
public enum CompactionTrigger
{
    /// <summary>The host, because the window is nearly full.</summary>
    Automatic = 0,

    /// <summary>The user.</summary>
    Manual = 1,
}
