namespace Hooks.Events;

/// <summary>Which fires become events, and what these carry.</summary>
public sealed class HookEventBridgeOptions
{
    /// <summary>Which points. Default: all. The three points about events never become events, whatever this says.</summary>
    public Func<HookPointInfo, bool>? Points { get; init; }

    /// <summary>
    /// Whether every fire is published, or only verdicts that change what happens: all but Continue, Skipped and Modified.
    /// Default: false, every fire.
    /// </summary>
    public bool OnlyDecisions { get; init; }

    /// <summary>
    /// The systems under whose names moments are published as well, each as an event of its own behind that of the point's
    /// own name, which is its cause. Default: none; the point's event name is the only one.
    /// </summary>
    public IReadOnlyList<HookSystem> Aliases { get; init; } = [];

    /// <summary>
    /// Whether the data has the whole context too, as <c>context</c>: arguments, results, prompts, which may hold secrets.
    /// Default: false, names, durations and outcomes only.
    /// </summary>
    public bool IncludeContext { get; init; }

    /// <summary>The name of the bridge's publisher. Default: <c>hooks</c>.</summary>
    public string PublisherName { get; init; } = "hooks";

    /// <summary>What the bridge's publisher may do. Default: anything.</summary>
    public EventPublisherOptions? Publisher { get; init; }
}
