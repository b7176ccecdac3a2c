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

    public override ValueTask<HookResult> FireCustomAsync(HookDispatcher dispatcher, HookContext context, CancellationToken cancellationToken) => context switch
    {
        ClaudeSetup setup => dispatcher.FireAsync(setup, cancellationToken),
        ClaudeInstructionsLoaded loaded => dispatcher.FireAsync(loaded, cancellationToken),
        ClaudePromptExpansion expansion => dispatcher.FireAsync(expansion, cancellationToken),
        ClaudeMessageDisplay display => dispatcher.FireAsync(display, cancellationToken),
        ClaudeToolBatch batch => dispatcher.FireAsync(batch, cancellationToken),
        ClaudeTaskCreated task => dispatcher.FireAsync(task, cancellationToken),
        ClaudeTaskCompleted task => dispatcher.FireAsync(task, cancellationToken),
        ClaudeTeammateIdle idle => dispatcher.FireAsync(idle, cancellationToken),
        ClaudeDirectoryChanged changed => dispatcher.FireAsync(changed, cancellationToken),
        ClaudeDirectoryAdded added => dispatcher.FireAsync(added, cancellationToken),
        ClaudeWorktreeCreate create => dispatcher.FireAsync(create, cancellationToken),
        ClaudeWorktreeRemove remove => dispatcher.FireAsync(remove, cancellationToken),
        ClaudeModelSwitched switched => dispatcher.FireAsync(switched, cancellationToken),
        ClaudeElicitation elicitation => dispatcher.FireAsync(elicitation, cancellationToken),
        ClaudeElicitationResult result => dispatcher.FireAsync(result, cancellationToken),
        _ => base.FireCustomAsync(dispatcher, context, cancellationToken),
    };

    protected override HostReply Write(HostEvent hostEvent, HostPayload? payload, HostAnswer answer) => new ClaudeAnswer(hostEvent, payload, answer).Write();
}
