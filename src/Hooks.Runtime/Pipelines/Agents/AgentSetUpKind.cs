namespace Hooks;

/// <summary>Agents that are set up.</summary>
internal sealed class AgentSetUpKind : CallKind<AgentContext>
{
    private AgentSetUpKind()
    {
    }

    public static AgentSetUpKind Instance { get; } = new();

    public override string Noun => "agent";

    public override string Origin => "agent_init";

    public override HookPoint Before => HookPoint.BeforeAgentInit;

    public override HookPoint? Succeeded => HookPoint.AfterAgentInit;

    public override string? TargetOf(AgentContext context) => context.AgentName;

    public override object? ResultOf(AgentContext context) => context.Result;

    public override Exception? ErrorOf(AgentContext context) => context.Error;

    public override string? ErrorMessageOf(AgentContext context) => context.ErrorMessage;

    // What comes of it is no answer, not even as a text.
    public override void Write(AgentContext context, in CallEnd end) => AgentRunKind.Instance.Write(
        context, end with { Result = end.Result is { } result ? new AgentAnswer(null, result, null, null, null, null) : null });

    // The point allows no answer that needs it.
    public override AgentContext Instead(AgentContext judged, AgentContext parent, string target, HookArguments? arguments, int number) =>
        AgentRunKind.Instance.Instead(judged, parent, target, arguments, number);
}
