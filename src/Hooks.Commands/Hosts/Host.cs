using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>One coding agent: how its payloads become contexts, and decisions what it accepts.</summary>
internal abstract class Host(CodingAgent agent)
{
    public CodingAgent Agent { get; } = agent;

    public HostTable Table => HostTable.All[(int)Agent];

    public string Name => Table.Name;

    public static Host Of(CodingAgent agent) => agent switch
    {
        CodingAgent.ClaudeCode => new ClaudeHost(),
        CodingAgent.Codex => new CodexHost(),
        CodingAgent.GeminiCli => new GeminiHost(),
        CodingAgent.CopilotCli => new CopilotHost(),
        CodingAgent.Cursor => new CursorHost(),
        _ => throw new ArgumentOutOfRangeException(nameof(agent)),
    };

    /// <summary>The context of an event's point; of a custom point its own.</summary>
    /// <exception cref="PayloadException">The payload is not what the event promises.</exception>
    public virtual HookContext ReadContext(HostEvent hostEvent, HostEventContext parent) => ContextReader.Read(hostEvent.Moment, parent);

    /// <summary>What is said to the agent.</summary>
    /// <param name="hostEvent">The event.</param>
    /// <param name="payload">What came in; null if it could not be read.</param>
    /// <param name="decision">What the hooks have decided, or what stands for it.</param>
    public HostReply Answer(HostEvent hostEvent, HostPayload? payload, Decision decision)
    {
        var answer = NearestAnswer.Of(Table, hostEvent, decision);
        var reply = Write(hostEvent, payload, answer);
        foreach (var notice in answer.Notices)
            reply.Note(notice);
        return reply;
    }

    /// <summary>Says it in the agent's own form.</summary>
    protected abstract HostReply Write(HostEvent hostEvent, HostPayload? payload, HostAnswer answer);
}
