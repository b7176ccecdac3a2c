using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A scheduled job that has run.</summary>
public sealed class JobContext : HookContext
{
    /// <summary>The name of the job.</summary>
    public required string JobName { get; init; }

    /// <summary>The id of the job.</summary>
    public string? JobId { get; init; }

    /// <summary>When it runs, in the scheduler's notation.</summary>
    public string? Schedule { get; init; }

    /// <summary>Whether it did its work.</summary>
    public bool Succeeded { get; init; }

    /// <summary>What it gave.</summary>
    public object? Result { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What went wrong.</summary>
    [JsonIgnore]
    public Exception? Error { get; init; }

    /// <summary>What went wrong, in words. Default: the message of <see cref="Error"/>.</summary>
    public string? ErrorMessage { get => field ?? Error?.Message; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override JobContext Final => (JobContext)base.Final;
}
