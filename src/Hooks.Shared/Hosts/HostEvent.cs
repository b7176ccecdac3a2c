namespace Hooks.Shared;

/// <summary>One event of a coding agent: what it is called on the wire, what it is about, and what may be said to it.</summary>
/// <param name="name">The name on the wire, exactly.</param>
/// <param name="moment">What it is about.</param>
/// <param name="answers">What may be said.</param>
/// <param name="matcher">What its matcher is compared with.</param>
internal sealed class HostEvent(string name, HostMoment moment, HostAnswers answers = HostAnswers.None, HostMatcher matcher = HostMatcher.None)
{
    public string Name { get; } = name;

    public HostMoment Moment { get; } = moment;

    public HostAnswers Answers { get; } = answers;

    public HostMatcher Matcher { get; } = matcher;

    /// <summary>Another name of the same event, of a dialect that differs in the case of its names.</summary>
    public string? OtherName { get; init; }

    /// <summary>The metadata name of the context class of the custom point that is fired.</summary>
    public string? CustomContext { get; init; }

    /// <summary>The event that the agent raises for the same act whatever the tool, if this one is for some tools only.</summary>
    public string? Generic { get; init; }

    /// <summary>Whether only what a server's tool has given can be replaced.</summary>
    public bool ReplacesServersOnly { get; init; }

    /// <summary>From which version of the agent on it is raised; always if null.</summary>
    public string? SinceVersion { get; init; }

    /// <summary>Whether something waits for leave here, so that whatever goes wrong is a denial.</summary>
    public bool IsGate => Moment switch
    {
        HostMoment.Prompt or HostMoment.ModelCall or HostMoment.ModelChunk or HostMoment.ModelSwitch or HostMoment.ToolSelection or HostMoment.ToolCall
            or HostMoment.ToolResult or HostMoment.PermissionRequest or HostMoment.ConfigurationChange => true,
        HostMoment.Custom => Takes(HostAnswers.Deny),
        _ => false,
    };

    public bool Takes(HostAnswers answer) => (Answers & answer) != 0;

    public bool IsNamed(string name) =>
        string.Equals(Name, name, StringComparison.Ordinal) || string.Equals(OtherName, name, StringComparison.Ordinal);

    /// <summary>The names of the points that are fired, the deciding one first in its place; of a custom point none.</summary>
    public IReadOnlyList<string> Points => HostMoments.PointsOf(Moment);
}
