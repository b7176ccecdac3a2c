using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Claude Code.</summary>
internal sealed class ClaudeHost() : Host(CodingAgent.ClaudeCode)
{
    public override HookContext ReadContext(HostEvent hostEvent, HostEventContext parent) => hostEvent.Name switch
    {
        "Setup" => ClaudeSetup.Read(parent),
        "InstructionsLoaded" => ClaudeInstructionsLoaded.Read(parent),
        "UserPromptExpansion" => ClaudePromptExpansion.Read(parent),
        "MessageDisplay" => ClaudeMessageDisplay.Read(parent),
        "PostToolBatch" => ClaudeToolBatch.Read(parent),
        "TaskCreated" => ClaudeTaskCreated.Read(parent),
        "TaskCompleted" => ClaudeTaskCompleted.Read(parent),
        "TeammateIdle" => ClaudeTeammateIdle.Read(parent),
        "CwdChanged" => ClaudeDirectoryChanged.Read(parent),
        "DirectoryAdded" => ClaudeDirectoryAdded.Read(parent),
        "WorktreeCreate" => ClaudeWorktreeCreate.Read(parent),
        "WorktreeRemove" => ClaudeWorktreeRemove.Read(parent),
        "PostModelSwitch" => ClaudeModelSwitched.Read(parent),
        "Elicitation" => ClaudeElicitation.Read(parent),
        "ElicitationResult" => ClaudeElicitationResult.Read(parent),
        _ => base.ReadContext(hostEvent, parent),
    };

    protected override HostReply Write(HostEvent hostEvent, HostPayload? payload, HostAnswer answer) => new ClaudeAnswer(hostEvent, payload, answer).Write();
}
