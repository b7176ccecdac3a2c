namespace Hooks.Commands;

/// <summary>
/// Says for which coding agents this program is meant. The analyzers then report hooks that none of them raises, and verdicts that
/// one of them cannot express. Without it all agents are meant.
/// </summary>
/// <param name="agents">The agents.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class HookTargetsAttribute(params CodingAgent[] agents) : Attribute
{
    /// <summary>The agents.</summary>
    public IReadOnlyList<CodingAgent> Agents { get; } = agents;
}
