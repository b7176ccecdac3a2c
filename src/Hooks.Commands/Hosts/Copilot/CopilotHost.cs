using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>GitHub Copilot CLI and cloud agent, in both of its dialects.</summary>
internal sealed class CopilotHost() : Host(CodingAgent.CopilotCli)
{
    public override HookContext ReadContext(HostEvent hostEvent, HostEventContext parent) =>
        hostEvent.Moment == HostMoment.Custom ? CopilotPromptTransformed.Read(parent) : base.ReadContext(hostEvent, parent);

    protected override HostReply Write(HostEvent hostEvent, HostPayload? payload, HostAnswer answer)
    {
        // What it would make of an object for a tool that takes a text is not known.
        if (answer is { Arguments: not null, Kind: not HostAnswers.Deny } && payload?.IsFreeForm(payload.Existing("tool_input", "toolArgs")) == true)
        {
            answer.Kind = HostAnswers.Deny;
            answer.Reason = "A hook has changed the patch, which cannot be done here.";
            answer.Notices.Add("GitHub Copilot CLI takes changed arguments as an object only, and this tool has a bare text; this denies.");
        }

        return new CopilotAnswer(hostEvent, answer).Write();
    }
}
