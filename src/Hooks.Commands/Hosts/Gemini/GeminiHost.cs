using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Gemini CLI.</summary>
internal sealed class GeminiHost() : Host(CodingAgent.GeminiCli)
{
    public override HookContext ReadContext(HostEvent hostEvent, HostEventContext parent) => hostEvent.Moment switch
    {
        HostMoment.ModelCall => GeminiModel.ReadCall(parent),
        HostMoment.ModelChunk => GeminiModel.ReadChunk(parent),
        HostMoment.ToolSelection => GeminiModel.ReadSelection(parent),
        _ => base.ReadContext(hostEvent, parent),
    };

    protected override HostReply Write(HostEvent hostEvent, HostPayload? payload, HostAnswer answer) => new GeminiAnswer(hostEvent, payload, answer).Write();
}
