using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Codex CLI.</summary>
internal sealed class CodexHost() : Host(CodingAgent.Codex)
{
    protected override HostReply Write(HostEvent hostEvent, HostPayload? payload, HostAnswer answer) => new CodexAnswer(hostEvent, answer).Write();
}
