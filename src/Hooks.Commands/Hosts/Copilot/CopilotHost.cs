using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>GitHub Copilot CLI and cloud agent, in both of its dialects.</summary>
internal sealed class CopilotHost() : Host(CodingAgent.CopilotCli)
{
    public override HookContext ReadContext(HostEvent hostEvent, HostEventContext parent) =>
        hostEvent.Moment == HostMoment.Custom ? CopilotPromptTransformed.Read(parent) : base.ReadContext(hostEvent, parent);

    public override ValueTask<HookResult> FireCustomAsync(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken) =>
        context is CopilotPromptTransformed prompt ? dispatcher.FireAsync(prompt, cancellationToken) : base.FireCustomAsync(dispatcher, context, cancellationToken);

    protected override HostReply Write(HostEvent hostEvent, HostPayload? payload, HostAnswer answer) => new CopilotAnswer(hostEvent, answer).Write();
}
