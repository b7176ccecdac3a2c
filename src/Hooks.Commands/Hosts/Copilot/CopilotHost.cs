using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>GitHub Copilot CLI and cloud agent, in both of its dialects.</summary>
internal sealed class CopilotHost() : Host(CodingAgent.CopilotCli)
{
    public override HookContext ReadContext(HostEvent hostEvent, HostEventContext parent) =>
        hostEvent.Moment == HostMoment.Custom ? CopilotPromptTransformed.Read(parent) : base.ReadContext(hostEvent, parent);

    protected override HostReply Write(HostEvent hostEvent, HostPayload? payload, HostAnswer answer) => new CopilotAnswer(hostEvent, answer).Write();
}
